// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.merkle.Hashing;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.LogEvent.AuditGapDetected;
import org.openhotline.contracts.event.LogEvent.CheckpointPublished;
import org.openhotline.contracts.event.WireNames;

/** Tells the others, by events, how far the log has come and which events it misses. */
public final class TellOfTheLog {
    private static final String OWN_NEWS = WireNames.of(CheckpointPublished.class);
    private static final int AT_ONCE = 256;

    private final LogIdentity identity;
    private final Aggregates<LogState> states;
    private final Log log;
    private final InstantSource clock;
    private final Duration pause;

    /** The size about which nothing is left to tell, so that an idle log costs nothing. */
    private long settled = -1;

    /** @param pause the least time between two published checkpoints */
    public TellOfTheLog(
            LogIdentity identity, Aggregates<LogState> states, Log log, InstantSource clock, Duration pause) {
        this.identity = identity;
        this.states = states;
        this.log = log;
        this.clock = clock;
        this.pause = pause;
    }

    public Optional<LogState> toldSoFar() {
        return states.find(identity.id());
    }

    /**
     * Publishes {@code head} where the log has grown by more than its own news. That news is an entry too, so without
     * this condition an idle log would talk about itself for ever.
     */
    public void publish(Log.Head head) throws IOException {
        if (head.size() == settled) {
            return;
        }
        Instant now = clock.instant();
        LogState told = toldSoFar().orElse(nothingTold());
        boolean isNews = hasNewsOfOthers(told.size(), head);
        if (isNews && now.isBefore(told.at().plus(pause))) {
            return;
        }
        if (isNews) {
            states.change(identity.id(), state -> published(state.orElse(nothingTold()), head, now));
        }
        settled = head.size();
    }

    /** Tells, once, that an event of {@code source} is missing: {@code found} came instead of {@code expected}. */
    public void gap(String source, long expected, long found) {
        states.change(identity.id(), state -> withGap(state.orElse(nothingTold()), source, expected, found));
    }

    private boolean hasNewsOfOthers(long from, Log.Head head) throws IOException {
        for (long at = from; at < head.size(); at += AT_ONCE) {
            for (byte[] leaf : log.entries(at, Math.min(head.size(), at + AT_ONCE), head)) {
                if (!Leaf.parse(leaf).type().equals(OWN_NEWS)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Decision<LogState> published(LogState told, Log.Head head, Instant now) {
        if (head.size() <= told.size()) {
            return Decision.of(told);
        }
        String root = head.checkpoint().root().base64();
        return Decision.of(
                told.published(head.size(), root, now),
                new CheckpointPublished(identity.id(), identity.origin(), head.size(), root, now));
    }

    private Decision<LogState> withGap(LogState told, String source, long expected, long found) {
        if (told.gaps().getOrDefault(source, 0L) >= expected) {
            return Decision.of(told);
        }
        return Decision.of(
                told.withGap(source, expected),
                new AuditGapDetected(identity.id(), source, expected, found, clock.instant()));
    }

    private LogState nothingTold() {
        return new LogState(identity.origin(), 0, Hashing.EMPTY_ROOT.base64(), Instant.EPOCH, Map.of());
    }
}
