// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words and names that no standard spells: made comparable without making different ones alike. */
final class Plain {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Plain() {}

    /** Canonical composition (NFC), one plain space for each run of blanks, none around. Doing it twice changes nothing. */
    static String normalised(String text) {
        String whole = Normalizer.normalize(scalarValues(text), Normalizer.Form.NFC);
        return trimmed(BLANKS.matcher(whole).replaceAll(" "));
    }

    /** As {@link #normalised}, and also without the difference between capital and small and between compatible forms. */
    static String folded(String text) {
        return normalised(Normalizer.normalize(scalarValues(text), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT));
    }

    /** What comes after the name of the kind, however often it stands there, so that an identity is read as itself. */
    static String withoutPrefix(String text, String prefix) {
        String rest = text;
        while (rest.startsWith(prefix)) {
            rest = trimmed(rest.substring(prefix.length()));
        }
        return rest;
    }

    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isAround(text.charAt(start))) {
            start++;
        }
        while (end > start && isAround(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** White space and the invisible characters that come along when text is copied. */
    private static boolean isAround(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200b'
                || c == '\u2060'
                || c == '\ufeff'
                || c == '\u200e'
                || c == '\u200f';
    }

    /** A lone half of a surrogate pair becomes U+FFFD, as in a scalar value string. */
    static String scalarValues(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
