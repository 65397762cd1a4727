// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The documents that this process has just written, so that the relay need not look for them. It is only a hint: what
 * is lost in a crash, or does not fit, the sweep finds.
 */
final class RelayQueue {
    /** @param collection where the aggregate is kept */
    record Written(String collection, UUID aggregateId) {}

    private static final int LONGEST = 10_000;
    private static final int BATCH = 200;
    private final BlockingQueue<Written> queue = new LinkedBlockingQueue<>(LONGEST);

    /** @return whether there was room; where there was none, the sweep comes to it */
    boolean offer(String collection, UUID aggregateId) {
        return queue.offer(new Written(collection, aggregateId));
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
