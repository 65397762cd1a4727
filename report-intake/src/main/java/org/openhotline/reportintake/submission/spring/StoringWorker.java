// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.spring;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.reportintake.submission.Outcome;
import org.openhotline.reportintake.submission.StoreSubmissions;
import org.openhotline.reportintake.submission.StoreSubmissions.Stored;
import org.openhotline.reportintake.submission.StoreSubmissions.ToStore;
import org.openhotline.reportintake.submission.Storing;
import org.openhotline.reportintake.submission.Submission;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Stores reports that come at the same moment together, and answers each. */
@Component
final class StoringWorker implements SmartLifecycle, Storing {
    /** Well below what the proxy and a reporter's patience allow; who gives up is not stored later, if it can be helped. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private record Waiting(ToStore report, CompletableFuture<Outcome> outcome) {
        RuntimeException givenUp() {
            RuntimeException why = new Outage.Unanswered();
            outcome.completeExceptionally(why);
            return why;
        }
    }

    private final StoreSubmissions storeSubmissions;
    private final RegistrationWorker registration;
    private final Batches<Waiting> batches;

    StoringWorker(
            StoreSubmissions storeSubmissions, RegistrationWorker registration, ObservationRegistry observations) {
        this.storeSubmissions = storeSubmissions;
        this.registration = registration;
        this.batches = new Batches<>("storing", this::store, observations);
    }

    @Override
    public Outcome store(ToStore report) {
        Waiting waiting = new Waiting(report, new CompletableFuture<>());
        if (!batches.offer(waiting)) {
            throw new Outage.Unanswered();
        }
        try {
            return waiting.outcome().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw waiting.givenUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw waiting.givenUp();
        }
    }

    @Override
    public List<Outcome> storeAll(List<ToStore> reports) {
        Stored stored = storeSubmissions.store(reports);
        registration.now(unregistered(stored));
        return stored.outcomes();
    }

    /** Where the store answers and one report cannot be stored, it must not keep the others out. */
    private void store(List<Waiting> batch) {
        List<Waiting> wanted =
                batch.stream().filter(each -> !each.outcome().isDone()).toList();
        try {
            storeTogether(wanted);
        } catch (RuntimeException | Error e) { // whatever it is, somebody waits to hear of it
            if (Outage.causes(e)) {
                fail(wanted, e);
                fail(batches.takeAll(), e); // they would only wait as long again, one batch after the other
            } else {
                storeOneByOne(wanted);
            }
        }
    }

    private void storeOneByOne(List<Waiting> some) {
        for (int i = 0; i < some.size(); i++) {
            try {
                storeTogether(some.subList(i, i + 1));
            } catch (RuntimeException | Error e) {
                fail(some.subList(i, Outage.causes(e) ? some.size() : i + 1), e);
            }
        }
    }

    private void storeTogether(List<Waiting> batch) {
        if (batch.stream().allMatch(each -> each.outcome().isDone())) {
            return;
        }
        Stored stored =
                storeSubmissions.store(batch.stream().map(Waiting::report).toList());
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).outcome().complete(stored.outcomes().get(i));
        }
        unregistered(stored).forEach(registration::later);
    }

    private static List<Submission> unregistered(Stored stored) {
        return stored.submissions().stream().filter(s -> !s.registered()).toList();
    }

    private static void fail(List<Waiting> some, Throwable why) {
        some.forEach(each -> each.outcome().completeExceptionally(why));
    }

    @Override
    public void start() {
        batches.start();
    }

    @Override
    public void stop() {
        fail(batches.stop(), new Outage.Unanswered());
    }

    @Override
    public boolean isRunning() {
        return batches.isRunning();
    }

    /** As long as there is a web server, somebody may wait for an outcome. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
