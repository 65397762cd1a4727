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
                .map(found -> withoutPunctuation(found.group()))
                .filter(AddressesInText::isAddress)
                .distinct()
                .toList();
    }

    /** A bracket that was opened before the address closes behind it. */
    private static String withoutPunctuation(String candidate) {
        String address = candidate;
        while (!address.isEmpty()) {
            char last = address.charAt(address.length() - 1);
            boolean closes = last == ')' && address.indexOf('(') < 0 || last == ']' && address.indexOf('[') < 0;
            if (!closes && AFTER_A_SENTENCE.indexOf(last) < 0) {
                return address;
            }
            address = address.substring(0, address.length() - 1);
        }
        return address;
    }

    private static boolean isAddress(String candidate) {
        if (candidate.length() > Locators.MAX_LENGTH) {
            return false;
        }
        try {
            Locators.identify(Optional.empty(), candidate);
            return true;
        } catch (InvalidInput _) {
            return false;
        }
    }
}
