// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.openhotline.reportintake.submission.Intake.report;

import com.mongodb.MongoTimeoutException;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.inbox.Outage;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.Intake;
import org.openhotline.reportintake.submission.KnownAddresses;
import org.openhotline.reportintake.submission.Outcome;
import org.openhotline.reportintake.submission.ReceiveSubmission;
import org.openhotline.reportintake.submission.StoreSubmissions;
import org.openhotline.reportintake.submission.Submission;

class StoringWorkerTest {
    private static final String BAD = "https://example.org/bad";

    private final Intake intake = new Intake();
    private final List<Integer> looks = new ArrayList<>();
    private final List<Thread> reporters = new ArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final KnownAddresses known = new SlowOnce();
    private final StoreSubmissions storeSubmissions =
            new StoreSubmissions(intake.submissions, known, Intake.sealing("case"), intake.index, intake.clock);
    private final RegistrationWorker registration =
            new RegistrationWorker(intake.registerItems, ObservationRegistry.NOOP);
    private final StoringWorker worker = new StoringWorker(storeSubmissions, registration, ObservationRegistry.NOOP);
    private final ReceiveSubmission receiveSubmission = intake.receiveSubmission(storeSubmissions, worker);
    private volatile boolean storeIsDown;

    @BeforeEach
    void start() {
        registration.start();
        worker.start();
    }

    @AfterEach
    void stop() {
        held.countDown();
        worker.stop();
        registration.stop();
    }

    @Test
    void what_comes_while_a_report_is_stored_is_stored_together_and_each_is_answered() {
        List<CompletableFuture<Outcome>> outcomes = heldUp("first", "second", "third", "second");
        held.countDown();
        assertThat(outcomes).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Outcome.Accepted.class));
        assertThat(looks).as("addresses looked up at once").containsExactly(1, 2);
        await().until(() -> intake.submissions.all().size() == 4
                && intake.submissions.all().stream().allMatch(Submission::registered));
        assertThat(intake.items.all()).hasSize(3);
    }

    @Test
    void one_that_cannot_be_stored_keeps_no_other_out() {
        List<CompletableFuture<Outcome>> outcomes = heldUp("first", "second", "bad", "third");
        held.countDown();
        assertThat(outcomes.get(1).join()).isInstanceOf(Outcome.Accepted.class);
        assertThat(outcomes.get(2))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(IllegalArgumentException.class);
        assertThat(outcomes.get(3).join()).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_store_that_does_not_answer_is_asked_once_for_all_and_each_may_send_again() {
        List<CompletableFuture<Outcome>> outcomes = heldUp("first", "second", "third");
        storeIsDown = true;
        held.countDown();
        assertThat(outcomes.subList(1, 3))
                .allSatisfy(each -> assertThat(problem(each)).matches(Outage::causes));
        assertThat(looks).containsExactly(1, 2);
        storeIsDown = false;
        assertThat(receive("key-of-reporter-1", "second")).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void who_still_waits_when_it_stops_is_told_to_send_again() {
        List<CompletableFuture<Outcome>> outcomes = heldUp("first", "second");
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(worker::stop);
        await().until(() -> !worker.isRunning());
        held.countDown();
        stopping.join();
        assertThat(outcomes.getFirst().join()).isInstanceOf(Outcome.Accepted.class);
        assertThat(problem(outcomes.getLast())).matches(Outage::causes);
        assertThat(problem(CompletableFuture.supplyAsync(() -> receive("key-of-late-comer", "third"))))
                .matches(Outage::causes);
    }

    /** The first is being stored, and the others wait, each for its own outcome. */
    private List<CompletableFuture<Outcome>> heldUp(String... pages) {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        IntStream.range(0, pages.length).forEach(i -> {
            CompletableFuture<Outcome> outcome = new CompletableFuture<>();
            outcomes.add(outcome);
            reporters.add(Thread.ofVirtual()
                    .start(() ->
                            outcome.completeAsync(() -> receive("key-of-reporter-" + i, pages[i]), Runnable::run)));
            await().until(() -> reporters.getLast().getState() == Thread.State.TIMED_WAITING && !looks.isEmpty());
        });
        return outcomes;
    }

    private Outcome receive(String key, String page) {
        return receiveSubmission.receive(
                report("https://example.org/" + page), IdempotencyKey.read(key).orElseThrow());
    }

    private static Throwable problem(CompletableFuture<Outcome> outcome) {
        return outcome.handle((_, problem) -> problem).join();
    }

    /** Holds the first look up until the test lets go. */
    private final class SlowOnce implements KnownAddresses {
        @Override
        public Map<String, UUID> itemsFor(Set<String> identities) {
            looks.add(identities.size());
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (storeIsDown && !identities.contains("https://example.org/first")) {
                throw new MongoTimeoutException("made up");
            }
            if (identities.contains(BAD)) {
                throw new IllegalArgumentException("made up");
            }
            return intake.itemsFor(identities);
        }
    }
}
