// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.url;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.openhotline.contracts.InvalidInput;

/** Words and names that no standard spells: made comparable without making different ones alike. */
final class Plain {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private static final List<String> PAIRS = List.of("<>", "\"\"", "''", "“”", "«»", "„“", "‘’");
    private static final int MOST_READINGS = 8;

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

    /**
     * Reads a text again and again until that changes nothing, so that what comes out is read as itself.
     *
     * @throws InvalidInput where it never settles, which no honest text does
     */
    static String settled(String text, UnaryOperator<String> reading) {
        String before = text;
        for (int i = 0; i < MOST_READINGS; i++) {
            String after = reading.apply(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        throw Locators.refusal("This cannot be read.", "The name as it is shown, and nothing else");
    }

    /** Without quotation marks around it and without the name of the kind before it, however often they stand there. */
    static String bare(String text, String prefix) {
        String before = trimmed(text);
        String after = withoutPrefix(unwrapped(before), prefix);
        return after.equals(before) ? after : bare(after, prefix);
    }

    static String withoutPrefix(String text, String prefix) {
        String rest = text;
        while (rest.startsWith(prefix)) {
            rest = trimmed(rest.substring(prefix.length()));
        }
        return rest;
    }

    /** Copied text often comes in quotation marks or angle brackets. */
    static String unwrapped(String text) {
        String rest = text;
        for (Optional<String> inner = inner(rest); inner.isPresent(); inner = inner(rest)) {
            rest = inner.get();
        }
        return rest;
    }

    private static Optional<String> inner(String text) {
        return PAIRS.stream()
                .filter(pair -> text.length() > 2
                        && text.charAt(0) == pair.charAt(0)
                        && text.charAt(text.length() - 1) == pair.charAt(1))
                .findFirst()
                .map(_ -> trimmed(text.substring(1, text.length() - 1)));
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
