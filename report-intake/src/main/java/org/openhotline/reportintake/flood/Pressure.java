// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How many forms arrive a second, over the last few seconds (exponential moving average). */
final class Pressure {
    private static final double MEMORY_SECONDS = 5;

    private final InstantSource clock;
    private double perSecond;
    private Instant since;

    Pressure(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    synchronized void oneMore() {
        fade();
        perSecond += 1 / MEMORY_SECONDS;
    }

    synchronized double perSecond() {
        fade();
        return perSecond;
    }

    private void fade() {
        Instant now = clock.instant();
        if (now.isAfter(since)) {
            perSecond *= Math.exp(-Duration.between(since, now).toMillis() / 1000.0 / MEMORY_SECONDS);
            since = now;
        }
    }
}
