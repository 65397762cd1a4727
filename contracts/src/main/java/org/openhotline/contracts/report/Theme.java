// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the reporter thinks it is; a hint for the desk, never a decision. */
public enum Theme {
    ABUSE_MATERIAL,
    GROOMING,
    SEXUAL_EXTORTION,
    TRAVEL,
    /** Drawn or made by a machine. */
    SYNTHETIC,
    ADULT,
    OTHER;

    /** As written in forms and in the API, for example {@code sexual-extortion}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Theme> named(String wireName) {
        return Arrays.stream(values())
                .filter(t -> t.wireName().equals(wireName))
                .findFirst();
    }
}
