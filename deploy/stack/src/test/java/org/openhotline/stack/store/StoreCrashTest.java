// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.stack.ChildJvm;
import org.openhotline.stack.FreePort;

/** What the store has acknowledged is there after kill -9, and what it shows after it is whole. */
class StoreCrashTest {
    private static final int KILLS = Integer.getInteger("store.kills", 5);
    private static final int WRITERS = 4;

    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Long> counters = new ConcurrentHashMap<>();
    private final Set<Integer> seenByReader = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    @TempDir
    private Path dir;

    @Test
    void every_acknowledged_write_survives_kill_9_under_writers() throws Exception {
        int port = FreePort.orAny(0);
        for (int round = 1; round <= KILLS; round++) {
            try (var store = ChildJvm.start(Store.class, "store is up", dir.toString(), String.valueOf(port))) {
                if (round == 1) {
                    indexes(port);
                }
                writeUntilKilled(store, port);
            }
            try (var store = ChildJvm.start(Store.class, "store is up", dir.toString(), String.valueOf(port))) {
                check(port);
                assertThat(store.stop()).as("exit code after SIGTERM").isEqualTo(143);
            }
        }
        assertThat(acknowledged).as("writes acknowledged over all rounds").hasSizeGreaterThan(150 * KILLS);
    }

    private static MongoClient client(int port) {
        return MongoClients.create("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=5000&retryReads=false");
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("crash").getCollection("documents");
    }

    private static MongoCollection<Document> counters(MongoClient client) {
        return client.getDatabase("crash").getCollection("counters");
    }

    private static void indexes(int port) {
        try (var client = client(port)) {
            documents(client).createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        }
    }

    private void writeUntilKilled(ChildJvm store, int port) throws InterruptedException {
        try (var client = client(port);
                var writers = Executors.newFixedThreadPool(WRITERS + 1)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.execute(() -> writeOn(client, number));
            }
            writers.execute(() -> readOn(client));
            writers.shutdown();
            int enough = acknowledged.size() + 150 + ThreadLocalRandom.current().nextInt(300);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> acknowledged.size() >= enough);
            store.kill();
        }
    }

    private void writeOn(MongoClient client, int writer) {
        try {
            while (true) {
                int key = next.getAndIncrement();
                documents(client).insertOne(new Document("key", key).append("text", "x".repeat(300)));
                acknowledged.add(key);
                counters(client).updateOne(eq("_id", writer), Updates.inc("n", 1L), new UpdateOptions().upsert(true));
                counters.merge(writer, 1L, Long::sum);
            }
        } catch (MongoException killed) {
            // the store is gone, as planned
        }
    }

    /** Whoever reads a document may act on it, so what a reader has seen must survive too. */
    private void readOn(MongoClient client) {
        try {
            while (true) {
                for (var document :
                        documents(client).find().sort(new Document("_id", -1)).limit(20)) {
                    seenByReader.add(document.getInteger("key"));
                }
            }
        } catch (MongoException killed) {
            // the store is gone, as planned
        }
    }

    private void check(int port) {
        try (var client = client(port)) {
            var found = new HashSet<Integer>();
            for (var document : documents(client).find().batchSize(5000)) {
                assertThat(found.add(document.getInteger("key")))
                        .as("one document with key %s", document.get("key"))
                        .isTrue();
            }
            assertThat(found).as("acknowledged writes").containsAll(acknowledged);
            assertThat(found).as("documents a reader has seen").containsAll(seenByReader);
            assertThat(found)
                    .as("each document by way of its index")
                    .allSatisfy(key -> assertThat(
                                    documents(client).find(eq("key", key)).first())
                            .as("document with key %s", key)
                            .isNotNull());
            var stored = new HashMap<Integer, Long>();
            counters(client).find().forEach(d -> stored.put(d.getInteger("_id"), d.getLong("n")));
            counters.forEach((writer, count) -> assertThat(stored.get(writer)).isBetween(count, count + 1));
            counters.putAll(stored);
        }
    }
}
