// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A word that occurs nowhere else, in every form in which it could lie about. */
public final class Mark {
    private final String name;
    /** Bytes as ISO 8859-1 text, so that any bytes can be searched; lower case where the form ignores case. */
    private final Map<String, String> exact = new LinkedHashMap<>();

    private final Map<String, String> anyCase = new LinkedHashMap<>();

    public Mark(String name, String word) {
        this.name = name;
        anyCase.put("clear", word);
        anyCase.put("percent-encoded", percent(word));
        anyCase.put("defanged", word.replace(".", "[.]"));
        anyCase.put("hexadecimal", HexFormat.of().formatHex(word.getBytes(UTF_8)));
        anyCase.put("UTF-16LE", new String(word.getBytes(UTF_16LE), ISO_8859_1));
        anyCase.put("UTF-16BE", new String(word.getBytes(UTF_16BE), ISO_8859_1));
        anyCase.replaceAll((form, text) -> text.toLowerCase(Locale.ROOT));
        for (int shift = 0; shift < 3; shift++) {
            exact.put("base64 at " + shift, base64(Base64.getEncoder(), word, shift));
            exact.put("base64url at " + shift, base64(Base64.getUrlEncoder(), word, shift));
        }
        exact.put("reversed", new StringBuilder(word).reverse().toString());
    }

    /** Which form of the mark is in {@code text}, if any; bytes are given as ISO 8859-1 text. */
    Optional<String> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return anyCase.entrySet().stream()
                .filter(form -> lower.contains(form.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> exact.entrySet().stream()
                        .filter(form -> text.contains(form.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .map(form -> name + " (" + form + ")");
    }

    /** What is the same in base64 wherever the word stands in a longer text: its whole groups of three bytes. */
    private static String base64(Base64.Encoder encoder, String word, int shift) {
        byte[] bytes = word.getBytes(UTF_8);
        int from = (3 - shift) % 3;
        int length = (bytes.length - from) / 3 * 3;
        return encoder.withoutPadding().encodeToString(java.util.Arrays.copyOfRange(bytes, from, from + length));
    }

    private static String percent(String word) {
        return word.chars().mapToObj(c -> "%" + Integer.toHexString(c)).collect(Collectors.joining());
    }
}
