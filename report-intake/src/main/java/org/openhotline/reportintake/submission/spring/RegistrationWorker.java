// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.spring;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openhotline.reportintake.submission.FinishRegistration;
import org.openhotline.reportintake.submission.ItemsToTell;
import org.openhotline.reportintake.submission.RegisterItems;
import org.openhotline.reportintake.submission.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Registers the items of submissions that were just stored, so that no reporter waits for it and the items of many take
 * few writes: one thread, whose batches are larger the busier the intake is. What is lost in a crash, fails, or finds no
 * room here, {@link FinishRegistration} does.
 *
 * <p>A report that comes alone stays one trace; a batch is a trace of its own, from its items on.
 */
@Component
final class RegistrationWorker implements SmartLifecycle, ItemsToTell {
    private record Waiting(Submission submission, ContextSnapshot context) {}

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationWorker.class);
    private static final int LONGEST = 10_000;
    private static final int BATCH = 100;
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration LAST_ROUND = Duration.ofSeconds(5);

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(LONGEST);
    private final ContextSnapshotFactory contexts =
            ContextSnapshotFactory.builder().build();
    private final RegisterItems registerItems;
    private final ObservationRegistry observations;
    private volatile boolean running;
    private Thread thread = new Thread();

    RegistrationWorker(RegisterItems registerItems, ObservationRegistry observations) {
        this.registerItems = registerItems;
        this.observations = observations;
    }

    /** Never waits and never fails: the submission is accepted already. */
    @Override
    public void later(Submission stored) {
        if (!queue.offer(new Waiting(stored, contexts.captureAll()))) {
            LOG.warn("The items of submission {} are told later (too many at once)", stored.id());
        }
    }

    @Override
    public void now(Collection<Submission> stored) {
        if (!stored.isEmpty()) {
            tell(stored);
        }
    }

    private void follow() {
        try {
            while (running) {
                List<Waiting> batch = next();
                if (batch.size() == 1) {
                    batch.getFirst()
                            .context()
                            .wrap(() -> tell(submissions(batch)))
                            .run();
                } else if (!batch.isEmpty()) {
                    Observation.createNotStarted("registration", observations).observe(() -> tell(submissions(batch)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Waiting> next() throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        Waiting first = queue.poll(ROUND.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, BATCH - 1);
        }
        return batch;
    }

    private static List<Submission> submissions(List<Waiting> batch) {
        return batch.stream().map(Waiting::submission).toList();
    }

    private void tell(Collection<Submission> batch) {
        try {
            registerItems.of(batch);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The items of {} submissions are told later ({})",
                    batch.size(),
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("registration").daemon().start(this::follow);
    }

    /** Lets the batch at work finish; what is still in the queue is found by the sweep of the next start. */
    @Override
    public void stop() {
        running = false;
        try {
            thread.join(LAST_ROUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
