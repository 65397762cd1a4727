// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.staff.Actor;

/**
 * The stored items. Refuses with a {@link org.openhotline.contracts.Conflict} any change by which one analyst would
 * hold two items, also where both are claimed at the same moment.
 */
public interface AssessedItems extends Aggregates<AssessedItem> {

    /** The item whose claim names this analyst, whether its lease has ended or not. */
    Optional<AssessedItem> heldBy(String analyst);

    /** What this person could take, the most urgent first. */
    List<AssessedItem> waitingFor(Actor actor, int limit);

    /** Those of them that a child reported, which wait in a queue of their own. */
    List<AssessedItem> selfReportsFor(Actor actor, int limit);

    /** How many this person could take. */
    long countWaitingFor(Actor actor);

    long count(ItemState state);

    /** Claimed, but the lease has ended. */
    List<AssessedItem> leftBehind(Instant now, int limit);

    /** Due to be traced, the longest due first. */
    List<AssessedItem> toTrace(Instant now, int limit);

    /** Tracing has been given up and a person may ask for it again, the most urgent first. */
    List<AssessedItem> withFailedTrace(int limit);

    /** What this analyst decided at any time, the newest report first. */
    List<AssessedItem> judgedBy(String analyst, int limit);

    /** Lets an item that must exist decide. @throws NotFound where there is none */
    default AssessedItem changeExisting(UUID id, Command command) {
        return change(id, present -> command.on(present.orElseThrow(() -> new NotFound("There is no such item."))));
    }

    default AssessedItem get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("There is no such item."));
    }

    /** A pure decision on an item. */
    @FunctionalInterface
    interface Command {
        Decision<AssessedItem> on(AssessedItem item);
    }
}
