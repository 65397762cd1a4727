// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why the police desk lets a notice go. */
public enum ReleaseReason {
    NO_OBJECTION,
    EVIDENCE_SECURED,
    NOT_FOR_US;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ReleaseReason> named(String wireName) {
        return Arrays.stream(values())
                .filter(r -> r.wireName().equals(wireName))
                .findFirst();
    }
}
