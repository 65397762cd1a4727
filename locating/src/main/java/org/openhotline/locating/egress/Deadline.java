// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.egress;

import java.time.Duration;

/** A point in time after which there is no more waiting; a stop watch, not a clock. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Never negative. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    public boolean isOver() {
        return left().isZero();
    }
}
