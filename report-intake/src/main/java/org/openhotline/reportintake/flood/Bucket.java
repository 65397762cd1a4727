// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A rate for everybody together: so many at once, and so many a second in the long run. */
final class Bucket {
    private final double most;
    private final double perSecond;
    private final InstantSource clock;
    private double left;
    private Instant since;

    /**
     * @param perSecond above 0
     * @param most at once, at least 1
     */
    Bucket(double perSecond, int most, InstantSource clock) {
        if (perSecond <= 0 || most < 1) {
            throw new IllegalArgumentException("a rate must let something through");
        }
        this.perSecond = perSecond;
        this.most = most;
        this.clock = clock;
        this.left = most;
        this.since = clock.instant();
    }

    synchronized boolean take() {
        refill();
        if (left < 1) {
            return false;
        }
        left -= 1;
        return true;
    }

    private void refill() {
        Instant now = clock.instant();
        if (now.isAfter(since)) {
            left = Math.min(
                    most, left + perSecond * Duration.between(since, now).toMillis() / 1000);
            since = now;
        }
    }
}
