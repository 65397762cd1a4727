// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one way to write a flat object of texts and whole numbers: JSON Canonicalization Scheme (RFC 8785). */
final class CanonicalJson {
    /** Beyond this a double, which RFC 8785 prescribes for numbers, is no longer exact. */
    private static final long LARGEST_NUMBER = (1L << 53) - 1;

    private CanonicalJson() {}

    /** @param members values are {@link String} or {@link Long} */
    static byte[] write(Map<String, Object> members) {
        // TreeMap sorts by UTF-16 code units, as section 3.2.3 asks.
        String body = new TreeMap<>(members)
                .entrySet().stream()
                        .map(member -> text(member.getKey()) + ":" + value(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String value(Object value) {
        return switch (value) {
            case String text -> text(text);
            case Long number when Math.abs(number) <= LARGEST_NUMBER -> Long.toString(number);
            default -> throw new IllegalArgumentException("no canonical form for " + value.getClass());
        };
    }

    private static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            quoted.append(character(text, i));
        }
        return quoted.append('"').toString();
    }

    private static String character(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                if (isLone(text, at)) {
                    throw new IllegalArgumentException("a lone surrogate has no canonical form");
                }
                yield c < ' ' ? "\\u%04x".formatted((int) c) : Character.toString(c);
            }
        };
    }

    private static boolean isLone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
