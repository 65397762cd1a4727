// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.spring;

import com.mongodb.MongoTimeoutException;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.reportintake.submission.Outcome;
import org.openhotline.reportintake.submission.StoreSubmissions;
import org.openhotline.reportintake.submission.StoreSubmissions.Stored;
import org.openhotline.reportintake.submission.StoreSubmissions.ToStore;
import org.openhotline.reportintake.submission.Storing;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Stores reports that come at the same moment together; each is answered before the items of all are told. */
@Component
final class StoringWorker implements SmartLifecycle, Storing {
    private record Waiting(ToStore report, CompletableFuture<Outcome> outcome) {}

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
            throw notNow();
        }
        try {
            return waiting.outcome().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public List<Outcome> storeAll(List<ToStore> reports) {
        Stored stored = storeSubmissions.store(reports);
        tellItems(stored);
        return stored.outcomes();
    }

    /** Where the store answers and one report cannot be stored, it must not keep the others out. */
    private void store(List<Waiting> batch) {
        try {
            Stored stored =
                    storeSubmissions.store(batch.stream().map(Waiting::report).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome().complete(stored.outcomes().get(i));
            }
            tellItems(stored);
        } catch (RuntimeException | Error e) { // whatever it is, somebody waits to hear of it
            if (batch.size() == 1 || Outage.causes(e)) {
                batch.forEach(each -> each.outcome().completeExceptionally(e));
            } else {
                batch.forEach(each -> store(List.of(each)));
            }
        }
    }

    private void tellItems(Stored stored) {
        registration.now(
                stored.submissions().stream().filter(s -> !s.registered()).toList());
    }

    @Override
    public void start() {
        batches.start();
    }

    @Override
    public void stop() {
        batches.stop().forEach(each -> each.outcome().completeExceptionally(notNow()));
    }

    /** An {@link Outage}, after which everybody knows to send again. */
    private static RuntimeException notNow() {
        return new MongoTimeoutException("more reports wait for the store than can, or it is being left");
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
