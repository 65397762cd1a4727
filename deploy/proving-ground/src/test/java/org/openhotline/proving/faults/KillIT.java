// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.faults;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionTimeoutException;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.local.demo.Desks;
import org.openhotline.local.demo.Person;
import org.openhotline.proving.running.Books;
import org.openhotline.proving.running.CaughtNotice;
import org.openhotline.proving.running.RunningHotline;

/**
 * Kills the services, the store and the broker in the middle of the work. Small in the normal build; the profile
 * {@code faults} makes it 2,000 submissions with 20, 5 and 5 kills.
 */
class KillIT {
    private static final int SUBMISSIONS = Integer.getInteger("faults.submissions", 150);
    private static final int SERVICE_KILLS = Integer.getInteger("faults.services", 2);
    private static final int STORE_KILLS = Integer.getInteger("faults.store", 1);
    private static final int BROKER_KILLS = Integer.getInteger("faults.broker", 1);
    private static final int DECISIONS = Integer.getInteger("faults.decisions", 12);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("faults.patience", 5));

    @TempDir
    Path folder;

    @Test
    void nothing_accepted_is_lost_and_nothing_happens_twice() throws Exception {
        System.out.println("faults.seed=" + SEED);
        try (RunningHotline hotline = RunningHotline.start(
                folder.resolve("data"), "--apart", "--country", notifyAtOnce().toString())) {
            try {
                reportAndKill(hotline);
            } catch (ConditionTimeoutException | AssertionError e) {
                System.out.println(hotline.whatWasSaid());
                throw e;
            }
        }
    }

    private static void reportAndKill(RunningHotline hotline) throws Exception {
        try (Reporters reporters = new Reporters(hotline.publicOrigin(), SUBMISSIONS);
                Books books = new Books(hotline, PATIENCE)) {
            Killer killer = new Killer(hotline, reporters, SEED, SERVICE_KILLS, STORE_KILLS, BROKER_KILLS);
            reporters.start();
            CompletableFuture<Integer> decided = CompletableFuture.supplyAsync(() -> decide(hotline));
            killer.killAll();
            assertThat(reporters.awaitDone(PATIENCE)).isTrue();
            assertThat(reporters.refused()).isEmpty();
            decided.join();

            books.awaitEverythingPublished();
            everyAcceptedSubmissionIsInTheQueueOnce(books, reporters);
            everyEventIsInTheLogOnce(books, reporters);
            noticesSentAreNoticesDecided(hotline, books);
            assertThat(Files.readString(hotline.data().resolve("run/progress.log")))
                    .as("services end when they are killed and not because another part is away")
                    .doesNotContain("services ended with 1,");
            System.out.printf(
                    "%d submissions in %d tries, %d kills, %d notices%n",
                    SUBMISSIONS,
                    reporters.tries(),
                    killer.kills(),
                    hotline.mailbox().notices().size());
        }
    }

    /** An analyst who goes on through every outage until enough is decided. */
    private static int decide(RunningHotline hotline) {
        Desks desks = new Desks(hotline.staffOrigin());
        int decided = 0;
        Person analyst = Person.demo("analyst");
        while (decided < DECISIONS) {
            try {
                decided += desks.findNextIllegal(analyst) ? 1 : 0;
            } catch (IOException | RuntimeException | AssertionError outage) {
                analyst = Person.demo("analyst");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return decided;
            }
        }
        return decided;
    }

    private static void everyAcceptedSubmissionIsInTheQueueOnce(Books books, Reporters reporters) {
        assertThat(reporters.accepted()).hasSize(SUBMISSIONS);
        assertThat(new HashSet<>(reporters.accepted().values())).hasSize(SUBMISSIONS);
        assertThat(books.intake().submissions()).isEqualTo(SUBMISSIONS);
        books.awaitQueue(reporters.addresses(), SUBMISSIONS);
    }

    private static void everyEventIsInTheLogOnce(Books books, Reporters reporters) {
        assertThat(books.publishedBy("report-intake")).hasSizeGreaterThanOrEqualTo(SUBMISSIONS + reporters.addresses());
        books.awaitLog(SUBMISSIONS);
    }

    /** Where an answer is lost the analyst does not know of the decision, so what is stored counts and not the answers. */
    private static void noticesSentAreNoticesDecided(RunningHotline hotline, Books books) {
        long decided = books.database("assessment")
                .getCollection("items")
                .countDocuments(eq("state.state", "CONFIRMED_ILLEGAL"));
        assertThat(decided).isGreaterThanOrEqualTo(DECISIONS);
        MongoCollection<Document> notices = books.database("takedown").getCollection("notices");
        await("that every confirmed item has a notice that is settled")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    assertThat(notices.countDocuments()).isEqualTo(decided);
                    assertThat(notices.countDocuments(in("state.state", "SENT", "UNKNOWN")))
                            .isEqualTo(decided);
                });
        List<String> sent = hotline.mailbox().notices().stream()
                .map(CaughtNotice::messageId)
                .toList();
        assertThat(sent).doesNotHaveDuplicates();
        long known = notices.countDocuments(eq("state.state", "SENT"));
        assertThat((long) sent.size()).isBetween(known, decided);
    }

    /** The demo country, but the police desk does not hold notices. */
    private Path notifyAtOnce() throws IOException {
        String demo = Files.readString(Path.of(System.getProperty("project.root"), "deploy/country/demo.yaml"));
        String changed = demo.replaceFirst("gate: \\S+", "gate: notify-parallel");
        assertThat(changed).isNotEqualTo(demo);
        return Files.writeString(folder.resolve("country.yaml"), changed);
    }
}
