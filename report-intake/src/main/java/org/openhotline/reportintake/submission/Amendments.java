// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhotline.reportintake.contact.Consent;

/**
 * What a reporter has added since the report was received.
 *
 * @param count how many answers changed something; items are told again when it grows
 * @param answers blind index of the last answer by question, so that a second click changes nothing
 * @param consent for the contact; absent where none was given
 */
public record Amendments(int count, Map<String, String> answers, Optional<Consent> consent) {
    static final Amendments NONE = new Amendments(0, Map.of(), Optional.empty());

    public Amendments {
        answers = Map.copyOf(answers);
    }

    /** Whether the last answer to this question was the same. @param candidates blind indexes that it may have */
    boolean has(String question, List<String> candidates) {
        return Optional.ofNullable(answers.get(question))
                .filter(candidates::contains)
                .isPresent();
    }

    Amendments and(String question, String index) {
        Map<String, String> more = new HashMap<>(answers);
        more.put(question, index);
        return new Amendments(count + 1, more, consent);
    }

    /** An answer that may be given anew, now that the contact is gone. */
    Amendments withoutContact() {
        Map<String, String> others = new HashMap<>(answers);
        others.remove("contact");
        return new Amendments(count, others, Optional.empty());
    }

    Amendments with(Consent given) {
        return new Amendments(count, answers, Optional.of(given));
    }
}
