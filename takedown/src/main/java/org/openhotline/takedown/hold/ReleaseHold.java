// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.hold;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.takedown.removal.ReleaseReason;
import org.openhotline.takedown.removal.Removal;
import org.openhotline.takedown.removal.Removals;

/** The police desk lets the notice go. */
public final class ReleaseHold {
    private final Removals removals;
    private final Ids ids;
    private final InstantSource clock;

    public ReleaseHold(Removals removals, Ids ids, InstantSource clock) {
        this.removals = removals;
        this.ids = ids;
        this.clock = clock;
    }

    public Removal release(UUID itemId, ReleaseReason reason, Actor actor) {
        UUID noticeId = ids.next();
        return removals.change(
                itemId,
                present -> present.orElseThrow(Removals::none).releaseHold(actor, reason, noticeId, clock.instant()));
    }
}
