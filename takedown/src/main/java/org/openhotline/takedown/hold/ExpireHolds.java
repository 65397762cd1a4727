// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.hold;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.id.Ids;
import org.openhotline.takedown.removal.Removals;

/** The hold clock: ends every hold whose time is over and whose silence releases. Safe to run anywhere, any time. */
public final class ExpireHolds {
    private final Removals removals;
    private final Ids ids;
    private final InstantSource clock;

    public ExpireHolds(Removals removals, Ids ids, InstantSource clock) {
        this.removals = removals;
        this.ids = ids;
        this.clock = clock;
    }

    public void sweep() {
        Instant now = clock.instant();
        for (UUID itemId : removals.holdsOver(now)) {
            UUID noticeId = ids.next();
            removals.change(
                    itemId, present -> present.orElseThrow(Removals::none).expireHold(noticeId, now));
        }
    }
}
