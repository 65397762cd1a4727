// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.load;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.proving.running.RunningHotline;

/**
 * How many submissions a second are stored and published, beside the floor of the same machine at the same time. Runs in
 * the profile {@code load} only.
 */
class IntakeLoad {
    private static final int CLIENTS = Integer.getInteger("load.clients", 16);
    private static final int COUNT = Integer.getInteger("load.count", 3000);
    /** Enough for the client, too, to run as fast as it will. */
    private static final int WARM = Integer.getInteger("load.warm", 3000);

    private static final List<String> CONSUMERS = List.of("assessment", "takedown", "audit", "needs-assessment");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final AtomicInteger accepted = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void submissions_beside_the_floor() throws Exception {
        try (RunningHotline hotline = RunningHotline.start(folder.resolve("data"), "--separate");
                MongoClient store = MongoClients.create(hotline.store());
                Floor floor = new Floor(store, hotline.bootstrapServers())) {
            Backlog backlog = Backlog.of(hotline.bootstrapServers());
            for (String consumer : CONSUMERS) {
                signal(hotline, consumer, "STOP");
            }
            submissions(hotline, store, WARM);
            print("floor", floor.perSecond(CLIENTS, COUNT));
            double alone = submissions(hotline, store, COUNT);
            double beside = floor.perSecond(CLIENTS, COUNT);
            print("intake, consumers stopped", alone);
            print("floor", beside);
            print("ratio", alone / beside);
            atHalfOfThePeak(hotline, alone / 2);
            for (String consumer : CONSUMERS) {
                signal(hotline, consumer, "CONT");
            }
            long begin = System.nanoTime();
            backlog.awaitNone(PATIENCE);
            print("submissions that the consumers catch up with", accepted.get() / Clients.seconds(begin));
            double all = submissions(hotline, store, COUNT);
            print("intake, everything running", all);
            print("ratio", all / beside);
            backlog.awaitNone(PATIENCE);
            atHalfOfThePeak(hotline, all / 2);
        }
    }

    @Test
    void looking_for_a_known_address_among_many() throws Exception {
        try (RunningHotline hotline =
                        RunningHotline.start(folder.resolve("data"), "--only", "report-intake", "--apart");
                MongoClient store = MongoClients.create(hotline.store())) {
            MongoCollection<Document> known = store.getDatabase("report-intake").getCollection("locators");
            int size = 0;
            for (int goal : List.of(10_000, 100_000, 1_000_000)) {
                for (; size < goal; size += 5_000) {
                    known.insertMany(locators(size, 5_000));
                }
                Random random = new Random(goal);
                int most = goal;
                Clients.perSecond(1, 500, number -> look(known, random.nextInt(most)));
                print(
                        "look-ups a second among " + goal,
                        Clients.perSecond(1, 2_000, n -> look(known, random.nextInt(most))));
            }
        }
    }

    private static void look(MongoCollection<Document> known, int number) {
        assertThat(known.find(in("_id", List.of(id(number)))).first()).isNotNull();
    }

    private static List<Document> locators(int from, int count) {
        List<Document> some = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            some.add(new Document("_id", id(i)).append("item", new UUID(1, i).toString()));
        }
        return some;
    }

    /** As long as a blind index value. */
    private static String id(int number) {
        return "1." + "%08d".formatted(number).repeat(5);
    }

    /** Until each is stored and its events are with the broker. */
    private double submissions(RunningHotline hotline, MongoClient store, int count) throws Exception {
        ProcessorTime before = ProcessorTime.of(hotline);
        long begin = System.nanoTime();
        double accepted = Clients.perSecond(CLIENTS, count, number -> submit(hotline));
        for (String collection : List.of("submissions", "items")) {
            await("that all of " + collection + " is published")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> store.getDatabase("report-intake")
                                    .getCollection(collection)
                                    .find(exists("relayShard"))
                                    .first()
                            == null);
        }
        double perSecond = count / Clients.seconds(begin);
        System.out.printf("    (answered: %.0f a second)%n", accepted);
        System.out.println(
                "    processor time of one: " + ProcessorTime.of(hotline).since(before, count));
        return perSecond;
    }

    private void atHalfOfThePeak(RunningHotline hotline, double rate) throws Exception {
        int count = (int) (rate * 20);
        CompletableFuture<List<Double>> pages = CompletableFuture.supplyAsync(() -> {
            try {
                return Clients.atRate(10, 190, number -> get(hotline));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        List<Double> took = Clients.atRate(rate, count, number -> submit(hotline));
        System.out.printf(
                "at %.0f submissions a second: p50 %.0f ms, p99 %.0f ms; first page p95 %.0f ms%n",
                rate, Clients.percentile(took, 50), Clients.percentile(took, 99), Clients.percentile(pages.get(), 95));
    }

    private void submit(RunningHotline hotline) throws IOException {
        LeanHttp.post(
                URI.create(hotline.publicOrigin() + "/api/submissions"),
                Map.of("Content-Type", "application/json", "Idempotency-Key", "\"" + UUID.randomUUID() + "\""),
                "{\"addresses\":[\"https://load.example/%s\"],\"note\":\"seen while looking for something else\"}"
                        .formatted(UUID.randomUUID()),
                201);
        accepted.incrementAndGet();
    }

    private static void get(RunningHotline hotline) throws IOException {
        LeanHttp.get(URI.create(hotline.publicOrigin() + "/"), 200);
    }

    private static void signal(RunningHotline hotline, String part, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(hotline.pid(part)))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void print(String what, double figure) {
        System.out.printf("%-45s %8.2f%n", what, figure);
    }
}
