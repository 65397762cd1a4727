// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.tracing.spring;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openhotline.assessment.item.AssessedItem;
import org.openhotline.assessment.tracing.TraceItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Traces what is due, a few items at a time, so that name servers and registries are not flooded. Look-ups have their
 * own time limits and failures are tried again later (see {@code Tracing}), so nothing more is needed here.
 */
final class TraceWorker implements DisposableBean {
    static final int AT_A_TIME = 8;
    private static final Logger LOG = LoggerFactory.getLogger(TraceWorker.class);

    private final TraceItem tracing;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    TraceWorker(TraceItem tracing) {
        this.tracing = tracing;
    }

    /** Hands out work until nothing is due or all hands are busy; does not wait for it. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void lookForWork() {
        while (free.tryAcquire()) {
            Optional<AssessedItem> begun = begin();
            if (begun.isEmpty()) {
                return;
            }
            workers.execute(() -> work(begun.get()));
        }
    }

    private Optional<AssessedItem> begin() {
        Optional<AssessedItem> begun = Optional.empty();
        try {
            begun = tracing.begin();
        } catch (RuntimeException e) {
            LOG.warn("Cannot look for items to trace: {}", e.getClass().getName());
        } finally {
            if (begun.isEmpty()) {
                free.release();
            }
        }
        return begun;
    }

    /** One after the other, so that a long queue does not wait for the next look. */
    private void work(AssessedItem begun) {
        try {
            Optional<AssessedItem> next = Optional.of(begun);
            while (next.isPresent()) {
                tracing.finish(next.get());
                next = workers.isShutdown() ? Optional.empty() : tracing.begin();
            }
        } catch (RuntimeException e) {
            LOG.warn("Tracing stopped for now: {}", e.getClass().getName());
        } finally {
            free.release();
        }
    }

    /** Look-ups under way may end; what does not end in time is due again when its lease is over. */
    @Override
    public void destroy() throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
    }
}
