// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a notice waits. A code and never words, since it travels. */
public enum HoldReason {
    COUNTRY_RULE,
    RUNNING_INVESTIGATION,
    EVIDENCE_BEING_SECURED,
    POSSIBLE_NEW_VICTIM,
    NEW_OR_SUSPECT_HOST,
    ABROAD_BEING_ASKED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those that a person can give. */
    public static List<HoldReason> offered() {
        return Arrays.stream(values()).filter(r -> r != COUNTRY_RULE).toList();
    }

    /** That of an event. @throws IllegalArgumentException where none is told so */
    static HoldReason told(String wireName) {
        return Arrays.stream(values())
                .filter(r -> r.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reason for a hold is told so"));
    }

    public static Optional<HoldReason> named(String wireName) {
        return offered().stream().filter(r -> r.wireName().equals(wireName)).findFirst();
    }
}
