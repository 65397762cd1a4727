// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.tracing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openhotline.assessment.item.AssessedItem;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.locating.trace.HostTracing;
import org.openhotline.locating.trace.TracedHost;

/**
 * Looks for the host of one item and records what came of it; trouble is recorded too. Here the software opens an
 * address, not a person, so no reveal is logged; what is found is sealed before it is stored.
 */
public final class TraceItem {
    /** Longer than all the look-ups of one trace together with their time limits. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    /** How many due items are looked up at a time, so that a long queue is not searched once for each of them. */
    private static final int AHEAD = 50;

    private static final TracedHost BROKEN =
            new TracedHost(TraceOutcome.FAILED, Optional.empty(), Optional.empty(), Optional.empty());

    private final AssessedItems items;
    private final HostTracing tracing;
    private final Sealing sealing;
    private final Opening opening;
    private final HostDetailsText text;
    private final InstantSource clock;
    private final Queue<UUID> ahead = new ConcurrentLinkedQueue<>();

    public TraceItem(
            AssessedItems items,
            HostTracing tracing,
            Sealing sealing,
            Opening opening,
            HostDetailsText text,
            InstantSource clock) {
        this.items = items;
        this.tracing = tracing;
        this.sealing = sealing;
        this.opening = opening;
        this.text = text;
        this.clock = clock;
    }

    /**
     * Takes the item that has been due longest, so that no other worker does; empty where nothing is due. What is begun
     * and never finished is due again after a while.
     */
    public Optional<AssessedItem> begin() {
        Instant now = clock.instant();
        for (Optional<UUID> due = nextDue(now); due.isPresent(); due = nextDue(now)) {
            try {
                return Optional.of(
                        items.changeExisting(due.get(), item -> Decision.of(item.beginTrace(now, now.plus(LEASE)))));
            } catch (Conflict anotherWorkerWasFaster) {
                continue;
            }
        }
        return Optional.empty();
    }

    private Optional<UUID> nextDue(Instant now) {
        if (ahead.isEmpty()) {
            items.toTrace(now, AHEAD).forEach(item -> ahead.add(item.id()));
        }
        return Optional.ofNullable(ahead.poll());
    }

    /** Looks for the host of what was begun, which may take a while, and records what came of it. */
    public AssessedItem finish(AssessedItem begun) {
        Trace trace = sealed(begun.id(), lookUp(begun));
        return items.changeExisting(begun.id(), item -> item.recordTrace(trace, trace.at()));
    }

    /** @throws NotFound where there is no such item; @throws Conflict where it has been decided */
    public AssessedItem askAgain(UUID itemId) {
        return items.changeExisting(itemId, item -> Decision.of(item.traceAgain(clock.instant())));
    }

    private TracedHost lookUp(AssessedItem item) {
        try {
            return tracing.trace(item.kind(), opening.open(SealedField.address(item.id()), item.address()));
        } catch (RuntimeException e) {
            // Whatever broke must not stop the item on its way to a person. The message could hold the address.
            System.getLogger(TraceItem.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "Tracing item {0} broke: {1}",
                            item.id(),
                            e.getClass().getName());
            return BROKEN;
        }
    }

    private Trace sealed(UUID itemId, TracedHost host) {
        return new Trace(
                clock.instant(),
                host.outcome(),
                host.country(),
                host.asn(),
                host.contactKnown(),
                host.details().map(details -> sealing.seal(SealedField.trace(itemId), text.write(details))));
    }
}
