// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.locating.url.Locators;

/** Web addresses among words, also defanged ones: {@code hxxps://example[.]org/}. */
final class AddressesInText {
    private static final Pattern CANDIDATE =
            Pattern.compile("(?i)(?<![A-Za-z0-9])(?:https?|hxxps?)(?:\\[?:\\]?//)[^\\s<>\"“”‘’«»]++");
    private static final String AFTER_A_SENTENCE = ".,;:!?'";

    private AddressesInText() {}

    /** Each once, in order. */
    static List<String> in(String text) {
        return CANDIDATE
                .matcher(text)
                .results()
                .filter(found -> found.end() - found.start() <= Locators.MAX_LENGTH)
                .map(found -> withoutPunctuation(found.group()))
                .filter(AddressesInText::isAddress)
                .distinct()
                .toList();
    }

    /** A bracket that was opened before the address closes behind it. */
    private static String withoutPunctuation(String candidate) {
        int round = candidate.indexOf('(');
        int square = candidate.indexOf('[');
        int end = candidate.length();
        while (end > 0 && isBehind(candidate.charAt(end - 1), isWithin(round, end), isWithin(square, end))) {
            end--;
        }
        return candidate.substring(0, end);
    }

    private static boolean isWithin(int place, int end) {
        return place >= 0 && place < end;
    }

    private static boolean isBehind(char last, boolean opensRound, boolean opensSquare) {
        return last == ')' && !opensRound || last == ']' && !opensSquare || AFTER_A_SENTENCE.indexOf(last) >= 0;
    }

    private static boolean isAddress(String candidate) {
        try {
            Locators.identify(Optional.empty(), candidate);
            return true;
        } catch (InvalidInput _) {
            return false;
        }
    }
}
