// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.classification;

import java.util.Arrays;
import java.util.Optional;
import org.openhotline.contracts.item.Verdict;

/** A verdict together with its category or reason: one radio button. */
public record Choice(Verdict verdict, String code) {

    /** As sent by the decision form, {@code NOT_ILLEGAL:adult-content}; empty for anything else. */
    public static Optional<Choice> parse(String text) {
        int colon = text.indexOf(':');
        return Arrays.stream(Verdict.values())
                .filter(verdict -> colon > 0 && verdict.name().equals(text.substring(0, colon)))
                .map(verdict -> new Choice(verdict, text.substring(colon + 1)))
                .findFirst();
    }

    @Override
    public String toString() {
        return verdict + ":" + code;
    }
}
