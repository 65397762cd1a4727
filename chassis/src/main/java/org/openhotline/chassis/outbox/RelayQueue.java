// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The documents that this process has just written, so that the relay need not look for them. It is only a hint: what
 * is lost in a crash, or does not fit, the sweep finds.
 */
final class RelayQueue {
    /** @param collection where the aggregate is kept */
    record Written(String collection, UUID aggregateId) {}

    private static final int LONGEST = 10_000;
    private static final int BATCH = 200;
    private final AtomicBoolean overflowed = new AtomicBoolean();
    private final BlockingQueue<Written> queue = new LinkedBlockingQueue<>(LONGEST);

    /** Where there is no room, a sweep comes to it. */
    void offer(String collection, UUID aggregateId) {
        if (!queue.offer(new Written(collection, aggregateId))) {
            overflowed.set(true);
        }
    }

    /** Whether something did not fit since this was last asked. */
    boolean hasOverflowed() {
        return overflowed.getAndSet(false);
    }

    /** Some of what was written, each once; empty where nothing was within {@code longest}. */
    Set<Written> next(Duration longest) throws InterruptedException {
        Set<Written> batch = new HashSet<>();
        Written first = queue.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, BATCH - 1);
        }
        return batch;
    }
}
