// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.staff.Actor;

/** An item goes back into the queue undecided, by its holder or because the lease has ended. */
public final class ReleaseClaim {
    private static final int BATCH = 100;

    private final AssessedItems items;
    private final InstantSource clock;

    public ReleaseClaim(AssessedItems items, InstantSource clock) {
        this.items = items;
        this.clock = clock;
    }

    /** @throws Conflict for who does not hold it */
    public AssessedItem release(UUID itemId, Actor actor) {
        return items.changeExisting(itemId, item -> item.release(actor, clock.instant()));
    }

    /** Frees what was left behind. Several sweepers at once do no harm: each item decides for itself. */
    public void sweep() {
        Instant now = clock.instant();
        List<AssessedItem> leftBehind = items.leftBehind(now, BATCH);
        leftBehind.forEach(item -> items.changeExisting(item.id(), present -> present.endLease(now)));
    }
}
