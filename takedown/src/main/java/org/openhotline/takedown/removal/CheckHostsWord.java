// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** A host may say "removed" of what is not: where nobody else has found out, a takedown officer is asked to, once. */
public final class CheckHostsWord {
    private final Removals removals;
    private final Duration patience;
    private final InstantSource clock;

    /** @param patience how long after its answer; caches and mirrors need a while */
    public CheckHostsWord(Removals removals, Duration patience, InstantSource clock) {
        this.removals = removals;
        this.patience = patience;
        this.clock = clock;
    }

    public void sweep() {
        Instant now = clock.instant();
        for (UUID itemId : removals.onTheHostsWord(now.minus(patience))) {
            removals.change(
                    itemId, present -> present.orElseThrow(Removals::none).checkHostsWord(patience, now));
        }
    }
}
