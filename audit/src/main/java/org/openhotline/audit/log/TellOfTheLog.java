// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.merkle.Hashing;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.LogEvent.AuditGapDetected;
import org.openhotline.contracts.event.LogEvent.CheckpointPublished;
import org.openhotline.contracts.event.WireNames;

/**
 * Tells the others, by events, how far the log has come and what is wrong with what it was told. Checkpoints and gaps are
 * numbered apart: gaps become entries and checkpoints do not, so the log holds a whole sequence or none of it.
 */
public final class TellOfTheLog {
    /** The one type of event that becomes no entry. */
    static final String OWN_NEWS = WireNames.of(CheckpointPublished.class);

    private final LogIdentity identity;
    private final Aggregates<LogState> states;
    private final InstantSource clock;
    private final Duration pause;

    /** So that the store is not asked for every batch. */
    private long published = -1;

    private Instant next = Instant.EPOCH;

    /** @param pause the least time between two published checkpoints */
    public TellOfTheLog(LogIdentity identity, Aggregates<LogState> states, InstantSource clock, Duration pause) {
        this.identity = identity;
        this.states = states;
        this.clock = clock;
        this.pause = pause;
    }

    public Optional<LogState> toldSoFar() {
        return states.find(identity.id());
    }

    /** Publishes {@code head} where it is new and the last one is long enough ago. */
    public synchronized void publish(Log.Head head) {
        Instant now = clock.instant();
        if (head.size() == published || now.isBefore(next)) {
            return;
        }
        LogState told = states.change(identity.id(), state -> published(state.orElse(nothingTold()), head, now));
        published = told.size();
        next = told.at().plus(pause);
    }

    /** Tells, once, that an event of {@code source} is missing: {@code found} came instead of {@code expected}. */
    public void gap(String source, long expected, long found) {
        AuditGapDetected gap = new AuditGapDetected(identity.id(), source, expected, found, clock.instant());
        states.change(identity.gaps(), state -> withGap(state.orElse(nothingTold()), source, gap));
    }

    /** Tells, once, that an event which the broker holds is not what the log has. */
    void difference(CompareWithBroker.Difference difference) {
        Arrival event = difference.event();
        long found = difference.index().isPresent() ? event.sequence() : 0;
        AuditGapDetected gap =
                new AuditGapDetected(identity.id(), event.source(), event.sequence(), found, clock.instant());
        String what = difference.kind() + " " + event.source() + " " + event.sequence();
        states.change(identity.gaps(), state -> withGap(state.orElse(nothingTold()), what, gap));
    }

    private Decision<LogState> published(LogState told, Log.Head head, Instant now) {
        if (head.size() <= told.size() || now.isBefore(told.at().plus(pause))) {
            return Decision.of(told);
        }
        String root = head.checkpoint().root().base64();
        return Decision.of(
                told.published(head.size(), root, now),
                new CheckpointPublished(identity.id(), identity.origin(), head.size(), root, now));
    }

    /** @param what is wrong; the same is told once */
    private static Decision<LogState> withGap(LogState told, String what, AuditGapDetected gap) {
        return told.gaps().getOrDefault(what, 0L) >= gap.expected()
                ? Decision.of(told)
                : Decision.of(told.withGap(what, gap.expected()), gap);
    }

    private LogState nothingTold() {
        return new LogState(identity.origin(), 0, Hashing.EMPTY_ROOT.base64(), Instant.EPOCH, Map.of());
    }
}
