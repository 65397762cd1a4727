// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.staff.Actor;

/** An analyst takes one item for the time of the lease, alone, and never a second one beside it. */
public final class ClaimItem {
    /** As many analysts as may press the button at the same moment before one has to press it again. */
    private static final int CANDIDATES = 50;

    private final AssessedItems items;
    private final InstantSource clock;
    private final Duration lease;

    public ClaimItem(AssessedItems items, InstantSource clock, Duration lease) {
        this.items = items;
        this.clock = clock;
        this.lease = lease;
    }

    /** @throws Conflict where another analyst holds it, or this one holds another item */
    public AssessedItem claim(UUID itemId, Actor actor) {
        leaveEndedLease(actor, itemId);
        Instant now = clock.instant();
        return items.changeExisting(itemId, item -> item.claim(actor, now, now.plus(lease)));
    }

    /** Takes the most urgent item this person may take; empty where none waits. @throws Conflict for who holds one */
    public Optional<AssessedItem> next(Actor actor) {
        List<AssessedItem> candidates = items.waitingFor(actor, CANDIDATES);
        for (AssessedItem candidate : candidates) {
            try {
                return Optional.of(claim(candidate.id(), actor));
            } catch (Conflict taken) {
                mustHoldNothing(actor, taken);
            }
        }
        if (candidates.size() == CANDIDATES) {
            throw new Conflict("Many analysts took items at this moment. Please try once more.");
        }
        return Optional.empty();
    }

    /** Whoever comes back after the lease has ended is free to take something else. */
    private void leaveEndedLease(Actor actor, UUID wanted) {
        Instant now = clock.instant();
        Optional<AssessedItem> held = items.heldBy(actor.id());
        if (held.filter(item -> item.isHeldBy(actor, now) && !item.id().equals(wanted))
                .isPresent()) {
            throw new Conflict("You hold another item. Decide on it or give it back first.");
        }
        held.ifPresent(item -> items.changeExisting(item.id(), present -> present.endLease(now)));
    }

    private void mustHoldNothing(Actor actor, Conflict why) {
        if (items.heldBy(actor.id()).isPresent()) {
            throw why;
        }
    }
}
