// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.staff.Actor;

/**
 * A removed item that is reported again is checked, never assessed anew: it has been found illegal. As long as no software
 * can tell without fetching content whether an address still answers, a takedown officer finds out and says so.
 */
public final class CheckRemoved {
    private final Removals removals;
    private final Ids ids;
    private final InstantSource clock;

    public CheckRemoved(Removals removals, Ids ids, InstantSource clock) {
        this.removals = removals;
        this.ids = ids;
        this.clock = clock;
    }

    /** Most reports are about items that have no removal; those are nothing to us. */
    public Applied reportedAgain(ItemReportedAgain event, Received<?> received) {
        if (removals.find(event.itemId()).isEmpty()) {
            return Applied.DUPLICATE;
        }
        return removals.apply(
                event.itemId(),
                received,
                present -> present.orElseThrow(Removals::none).reportedAgain(event, clock.instant()));
    }

    public Removal stillGone(UUID itemId, Actor actor) {
        return removals.change(
                itemId, present -> present.orElseThrow(Removals::none).stillGone(actor, clock.instant()));
    }

    public Removal onlineAgain(UUID itemId, Actor actor) {
        UUID noticeId = ids.next();
        return removals.change(
                itemId, present -> present.orElseThrow(Removals::none).onlineAgain(actor, noticeId, clock.instant()));
    }
}
