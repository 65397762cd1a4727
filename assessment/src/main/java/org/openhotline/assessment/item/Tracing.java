// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.item.TraceOutcome;

/**
 * The work of finding out who hosts an item.
 *
 * @param result the newest trace that found something, else a failed one
 * @param due when a worker is to look next; absent while nothing is left to do
 * @param tries how often a worker has begun since the work was asked for
 */
public record Tracing(Optional<Trace> result, Optional<Instant> due, int tries) {
    static final int MOST_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    static Tracing dueAt(Instant at) {
        return new Tracing(Optional.empty(), Optional.of(at), 0);
    }

    public boolean isDue(Instant now) {
        return due.filter(at -> !at.isAfter(now)).isPresent();
    }

    /** A worker begins: should it die, another one finds the work due again at {@code until}. */
    Tracing begun(Instant until) {
        return new Tracing(result, Optional.of(until), tries + 1);
    }

    /**
     * A failure is tried again after 30 s, 2, 8 and 32 min; then it is left to a person. It never replaces what an
     * earlier trace found.
     */
    Tracing found(Trace trace, Instant now) {
        if (trace.outcome() != TraceOutcome.FAILED) {
            return new Tracing(Optional.of(trace), Optional.empty(), 0);
        }
        Optional<Trace> best = Optional.of(result.orElse(trace));
        return tries < MOST_TRIES
                ? new Tracing(best, Optional.of(now.plus(pause())), tries)
                : new Tracing(best, Optional.empty(), 0);
    }

    Tracing askedAgain(Instant now) {
        return new Tracing(result, Optional.of(now), 0);
    }

    Tracing stopped() {
        return new Tracing(result, Optional.empty(), 0);
    }

    private Duration pause() {
        return FIRST_PAUSE.multipliedBy(1L << 2 * Math.max(0, tries - 1));
    }
}
