// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IPv6 addresses in text (URL Standard, section 3.5; writing as RFC 5952). */
public final class Ipv6Text {
    private static final int PIECES = 8;

    private Ipv6Text() {}

    /** @param text without brackets */
    static Optional<byte[]> parse(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return pieces(text, true).filter(p -> p.size() == PIECES).map(Ipv6Text::bytes);
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        Optional<List<Integer>> head = before.isEmpty() ? Optional.of(List.of()) : pieces(before, false);
        Optional<List<Integer>> tail = after.isEmpty() ? Optional.of(List.of()) : pieces(after, true);
        if (head.isEmpty() || tail.isEmpty() || head.get().size() + tail.get().size() >= PIECES) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(head.get());
        while (all.size() + tail.get().size() < PIECES) {
            all.add(0);
        }
        all.addAll(tail.get());
        return Optional.of(bytes(all));
    }

    /** The shortest form: the first longest run of zero pieces as {@code ::}, lower-case hexadecimal, no brackets. */
    public static String write(byte[] address) {
        int[] pieces = new int[PIECES];
        for (int i = 0; i < PIECES; i++) {
            pieces[i] = ((address[2 * i] & 0xff) << 8) | (address[2 * i + 1] & 0xff);
        }
        int[] gap = longestZeros(pieces);
        StringBuilder out = new StringBuilder(40);
        for (int i = 0; i < PIECES; i++) {
            if (i == gap[0]) {
                out.append(i == 0 ? "::" : ":");
                i += gap[1] - 1;
                continue;
            }
            out.append(Integer.toHexString(pieces[i])).append(i < PIECES - 1 ? ":" : "");
        }
        return out.toString();
    }

    private static int[] longestZeros(int[] pieces) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < PIECES; i++) {
            int end = i;
            while (end < PIECES && pieces[end] == 0) {
                end++;
            }
            if (end - i > length) {
                start = i;
                length = end - i;
            }
            i = Math.max(i, end - 1);
        }
        return new int[] {start, length};
    }

    private static Optional<List<Integer>> pieces(String text, boolean mayEndInIpv4) {
        List<Integer> out = new ArrayList<>();
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (last && mayEndInIpv4 && parts[i].indexOf('.') >= 0) {
                return embeddedIpv4(parts[i]).map(tail -> {
                    out.addAll(tail);
                    return out;
                });
            }
            int piece = piece(parts[i]);
            if (piece < 0) {
                return Optional.empty();
            }
            out.add(piece);
        }
        return Optional.of(out);
    }

    private static int piece(String part) {
        if (part.isEmpty() || part.length() > 4) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < part.length(); i++) {
            int digit = Ascii.hexValue(part.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Strictly four decimal parts without leading zeros, other than in an IPv4 host. */
    private static Optional<List<Integer>> embeddedIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        int[] octets = new int[4];
        for (int i = 0; i < 4; i++) {
            String part = parts[i];
            boolean valid = Ascii.isDigits(part) && part.length() <= 3 && (part.length() == 1 || part.charAt(0) != '0');
            if (!valid || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            octets[i] = Integer.parseInt(part);
        }
        return Optional.of(List.of(octets[0] << 8 | octets[1], octets[2] << 8 | octets[3]));
    }

    private static byte[] bytes(List<Integer> pieces) {
        byte[] out = new byte[16];
        for (int i = 0; i < PIECES; i++) {
            out[2 * i] = (byte) (pieces.get(i) >> 8);
            out[2 * i + 1] = (byte) (int) pieces.get(i);
        }
        return out;
    }
}
