// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.id;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * UUID version 7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, a 12-bit counter within the millisecond
 * (section 6.2, method 1) and 62 random bits. Ids of one instance strictly increase, even if the clock steps back.
 */
public final class TimeOrderedIds implements Ids {
    private final InstantSource clock;
    private final RandomGenerator random;
    /** Milliseconds shifted left by 12, plus the counter; overflow borrows from the future millisecond. */
    private final AtomicLong last = new AtomicLong();

    public TimeOrderedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long tick = last.updateAndGet(previous -> Math.max(previous + 1, clock.millis() << 12));
        long high = (tick >>> 12) << 16 | 0x7000L | (tick & 0xFFF);
        long low = random.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
