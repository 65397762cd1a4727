// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.staff.Actor;

/** The holder of an item that is no page decides who deals with it. */
public final class TriageItem {
    private final AssessedItems items;
    private final Ids ids;
    private final InstantSource clock;

    public TriageItem(AssessedItems items, Ids ids, InstantSource clock) {
        this.items = items;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Conflict for who does not hold the item, and where it is a page */
    public AssessedItem decide(UUID itemId, TriageRoute route, Actor actor) {
        Triage mine = new Triage(ids.next(), actor.id(), route, clock.instant());
        return items.changeExisting(itemId, item -> item.triage(mine, actor));
    }
}
