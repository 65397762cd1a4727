// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do. All but {@link #SYSTEM} and {@link #HOST} are given to accounts at the identity provider. */
public enum Role {
    ANALYST,
    SENIOR_ANALYST,
    TAKEDOWN_OFFICER,
    LIAISON_OFFICER,
    AUDITOR,
    ASSESSOR_NATIONAL,
    ADMINISTRATOR,
    PARTNER,
    /** The software itself: an event or a clock. */
    SYSTEM,
    /** A host that answers through the one-time link of its notice. */
    HOST;

    /** As written at the identity provider, for example {@code senior-analyst}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of an account, if it is one that accounts can have. */
    public static Optional<Role> ofAccount(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role != SYSTEM && role != HOST)
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }
}
