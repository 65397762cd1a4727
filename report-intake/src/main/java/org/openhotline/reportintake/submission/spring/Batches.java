// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.spring;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does the work of many callers, so that it takes few calls of the store: what comes while a batch is at
 * work is the next one, so batches are larger the busier it is and nothing ever waits for company.
 *
 * <p>What comes alone is done in its caller's trace; a batch is a trace of its own.
 */
final class Batches<T> {
    private record Waiting<T>(T work, ContextSnapshot context) {}

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
    private static final int LONGEST = 10_000;
    private static final int LARGEST = 50;
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    private final BlockingQueue<Waiting<T>> queue = new LinkedBlockingQueue<>(LONGEST);
    private final ContextSnapshotFactory contexts =
            ContextSnapshotFactory.builder().build();
    private final String name;
    private final Consumer<List<T>> work;
    private final ObservationRegistry observations;
    private volatile boolean running;
    private Thread thread = new Thread();

    /**
     * @param name of the thread and of a batch's trace
     * @param work is given at most {@value #LARGEST} at once; what it throws is only logged
     */
    Batches(String name, Consumer<List<T>> work, ObservationRegistry observations) {
        this.name = name;
        this.work = work;
        this.observations = observations;
    }

    /** Never waits. @return false where there is no room, or nobody to do it */
    boolean offer(T one) {
        Waiting<T> waiting = new Waiting<>(one, contexts.captureAll());
        return running && queue.offer(waiting) && (running || !queue.remove(waiting));
    }

    private void follow() {
        try {
            while (running) {
                doOne(next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever happens, the next batch must have its turn. */
    private void doOne(List<Waiting<T>> batch) {
        try {
            if (batch.size() == 1) {
                batch.getFirst().context().wrap(() -> work.accept(work(batch))).run();
            } else if (!batch.isEmpty()) {
                Observation.createNotStarted(name, observations).observe(() -> work.accept(work(batch)));
            }
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "{} left a batch of {} ({})",
                    name,
                    batch.size(),
                    e.getClass().getSimpleName());
        }
    }

    private List<Waiting<T>> next() throws InterruptedException {
        List<Waiting<T>> batch = new ArrayList<>();
        Waiting<T> first = queue.poll(ROUND.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, LARGEST - 1);
        }
        return batch;
    }

    private static <T> List<T> work(List<Waiting<T>> batch) {
        return batch.stream().map(Waiting::work).toList();
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::follow);
    }

    /** Lets the batch at work finish. @return what is not done */
    List<T> stop() {
        running = false;
        try {
            thread.join(LAST_ROUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return takeAll();
    }

    /** Takes out what waits, undone. */
    List<T> takeAll() {
        List<Waiting<T>> left = new ArrayList<>();
        queue.drainTo(left);
        return work(left);
    }

    boolean isRunning() {
        return running;
    }
}
