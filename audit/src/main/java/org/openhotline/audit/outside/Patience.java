// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Longer and longer pauses while something outside does not work, and what does not. */
public final class Patience {
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final InstantSource clock;
    private Instant notBefore = Instant.EPOCH;
    private Duration pause = SHORTEST;
    private volatile Optional<String> trouble = Optional.empty();

    public Patience(InstantSource clock) {
        this.clock = clock;
    }

    public boolean isOver() {
        return !clock.instant().isBefore(notBefore);
    }

    public void failed(String why) {
        trouble = Optional.of(why);
        notBefore = clock.instant().plus(pause);
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    public void succeeded() {
        trouble = Optional.empty();
        notBefore = Instant.EPOCH;
        pause = SHORTEST;
    }

    public Optional<String> trouble() {
        return trouble;
    }
}
