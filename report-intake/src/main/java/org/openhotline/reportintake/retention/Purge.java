// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.PurgeEvent;
import org.openhotline.contracts.event.PurgeEvent.PurgeCompleted;

/**
 * One run of one rule. What is about to be erased is written down first, so that a run that was stopped goes on where it
 * was and counts each submission once.
 *
 * @param cutoff everything from before it is due
 * @param batch the submissions that are being erased
 */
public record Purge(UUID id, String rule, Instant cutoff, long erased, List<UUID> batch, boolean completed) {
    public Purge {
        batch = List.copyOf(batch);
    }

    /** A run that was not finished is not told; the next run does its work. */
    public static Optional<Purge> restored(Optional<Purge> present, Event event) {
        return Optional.of(
                switch ((PurgeEvent) event) {
                    case PurgeCompleted e -> new Purge(e.purgeId(), e.rule(), e.cutoff(), e.erased(), List.of(), true);
                });
    }

    static Purge begun(UUID id, String rule, Instant cutoff) {
        return new Purge(id, rule, cutoff, 0, List.of(), false);
    }

    /** Unless another instance is busy with a batch. */
    Decision<Purge> with(List<UUID> next) {
        return batch.isEmpty() && !completed
                ? Decision.of(new Purge(id, rule, cutoff, erased, next, false))
                : Decision.of(this);
    }

    /** Unless another instance has said so. */
    Decision<Purge> without(List<UUID> done, long count) {
        return batch.equals(done)
                ? Decision.of(new Purge(id, rule, cutoff, erased + count, List.of(), completed))
                : Decision.of(this);
    }

    /** The certificate, once. */
    Decision<Purge> complete(long held, Instant now) {
        return completed || !batch.isEmpty()
                ? Decision.of(this)
                : Decision.of(
                        new Purge(id, rule, cutoff, erased, List.of(), true),
                        new PurgeCompleted(id, rule, cutoff, erased, held, now));
    }
}
