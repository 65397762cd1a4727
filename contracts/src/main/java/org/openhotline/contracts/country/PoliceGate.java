// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.country;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a host may be notified, seen from the police desk. */
public enum PoliceGate {
    /** No referral; notices go out at once. */
    NONE,
    /** A referral and the notice go out together. */
    NOTIFY_PARALLEL,
    /** The notice waits for the police desk; silence for the hold time releases it. */
    HOLD_THEN_AUTO_RELEASE,
    /** The notice waits until the police desk releases it. */
    EXPLICIT_APPROVAL;

    public boolean refers() {
        return this != NONE;
    }

    public boolean holds() {
        return this == HOLD_THEN_AUTO_RELEASE || this == EXPLICIT_APPROVAL;
    }

    /** As written in country.yaml, for example {@code hold-then-auto-release}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PoliceGate> named(String wireName) {
        return Arrays.stream(values())
                .filter(g -> g.wireName().equals(wireName))
                .findFirst();
    }
}
