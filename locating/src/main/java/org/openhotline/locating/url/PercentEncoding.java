// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The percent-encode sets of the URL Standard (section 1.3) and the two directions. */
enum PercentEncoding {
    FRAGMENT(" \"<>`"),
    /** The query of a special scheme, which also encodes the apostrophe. */
    SPECIAL_QUERY(" \"#<>'"),
    PATH(" \"#<>?^`{}"),
    USERINFO(" \"#<>?^`{}/:;=@[\\]|");

    private static final String HEX = "0123456789ABCDEF";
    private static final String UNRESERVED_MARKS = "-._~";
    private static final Pattern STRAY = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final String encoded;

    PercentEncoding(String encoded) {
        this.encoded = encoded;
    }

    /** Encodes what is in this set or not printable ASCII as UTF-8; existing percent signs stay as they are. */
    String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if (c <= 0x1f || c > 0x7e || encoded.indexOf(c) >= 0) {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }

    /** Percent-decodes; invalid UTF-8 becomes U+FFFD, an incomplete triplet stays. */
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            int value = in[i] == '%' && i + 2 < in.length ? octet((char) in[i + 1], (char) in[i + 2]) : -1;
            out.write(value < 0 ? in[i] : value);
            i += value < 0 ? 0 : 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * RFC 3986, 6.2.2: hex digits in upper case, and unreserved characters never encoded. Text with a percent sign that
     * begins no triplet stays as it is, since a decoded character could complete that one.
     */
    static String normalise(String encoded) {
        if (encoded.indexOf('%') < 0 || STRAY.matcher(encoded).find()) {
            return encoded;
        }
        StringBuilder out = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.charAt(i) != '%') {
                out.append(encoded.charAt(i));
                continue;
            }
            int value = octet(encoded.charAt(++i), encoded.charAt(++i));
            if (isUnreserved(value)) {
                out.append((char) value);
            } else {
                out.append('%').append(HEX.charAt(value >> 4)).append(HEX.charAt(value & 0xf));
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(int c) {
        return c < 0x80 && (Ascii.isAlphanumeric((char) c) || UNRESERVED_MARKS.indexOf(c) >= 0);
    }

    private static int octet(char high, char low) {
        int h = Ascii.hexValue(high);
        int l = Ascii.hexValue(low);
        return h < 0 || l < 0 ? -1 : h << 4 | l;
    }
}
