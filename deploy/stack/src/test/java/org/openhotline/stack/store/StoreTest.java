// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    private Path dir;

    @Test
    void what_was_written_is_there_after_a_restart() {
        try (var store = Store.start(dir, 0)) {
            with(store, things -> things.insertOne(new Document("_id", 1).append("name", "kept")));
        }
        try (var store = Store.start(dir, 0)) {
            with(store, things -> assertThat(things.find(eq("_id", 1)).first()).containsEntry("name", "kept"));
        }
    }

    @Test
    void a_store_in_memory_starts_empty_and_keeps_unique_keys_unique() {
        try (var store = Store.inMemory(0)) {
            with(store, things -> {
                assertThat(things.countDocuments()).isZero();
                things.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
                things.insertOne(new Document("key", "a"));
                assertThatThrownBy(() -> things.insertOne(new Document("key", "a")))
                        .isInstanceOf(MongoWriteException.class)
                        .hasMessageContaining("E11000");
            });
        }
    }

    @Test
    void a_query_by_id_and_more_finds_what_matches_all_of_it() {
        try (var store = Store.inMemory(0)) {
            with(store, things -> {
                things.createIndex(
                        Indexes.ascending("holder"),
                        new IndexOptions().unique(true).sparse(true));
                things.insertOne(Document.parse("{_id: 'a', version: 1, holder: 'x'}"));
                things.insertOne(Document.parse("{_id: 'b', version: 2}"));
                assertThat(things.find(and(eq("_id", "a"), eq("version", 1))).first())
                        .isNotNull();
                assertThat(things.find(and(eq("_id", "a"), eq("version", 2))).first())
                        .isNull();
                assertThat(things.find(and(eq("_id", "a"), eq("_id", "b"))).first())
                        .isNull();
                assertThat(things.find(and(in("_id", "a", "b"), eq("version", 2)))
                                .first())
                        .containsEntry("_id", "b");
                assertThat(things.find(and(eq("version", 2), exists("holder", false)))
                                .first())
                        .containsEntry("_id", "b");
                assertThat(things.find(and(eq("holder", "x"), ne("version", 1))).first())
                        .isNull();
                assertThat(things.find(or(eq("_id", "a"), eq("version", 2)))).hasSize(2);
                assertThat(things.updateOne(and(eq("_id", "b"), eq("version", 2)), Updates.inc("version", 1))
                                .getModifiedCount())
                        .isOne();
                assertThat(things.deleteOne(and(eq("_id", "b"), eq("version", 2)))
                                .getDeletedCount())
                        .isZero();
            });
        }
    }

    @Test
    void one_write_changes_state_and_outbox_of_a_document_together() {
        try (var store = Store.inMemory(0)) {
            with(store, things -> {
                things.updateOne(eq("_id", 1), Updates.set("version", 1), new UpdateOptions().upsert(true));
                things.findOneAndUpdate(
                        Document.parse("{_id: 1, version: 1}"),
                        Updates.combine(Updates.inc("version", 1), Updates.push("outbox", "event")),
                        new FindOneAndUpdateOptions());
                assertThat(things.find().first()).containsEntry("version", 2).containsKey("outbox");
                assertThat(things.updateOne(Document.parse("{_id: 1, version: 1}"), Updates.inc("version", 1))
                                .getMatchedCount())
                        .isZero();
            });
        }
    }

    @Test
    void a_health_check_that_says_hello_is_answered() {
        try (var store = Store.inMemory(0);
                var client = MongoClients.create(store.uri("test"))) {
            assertThat(client.getDatabase("test").runCommand(new Document("hello", 1)))
                    .containsEntry("isWritablePrimary", true)
                    .containsKey("maxWireVersion");
        }
    }

    @Test
    void a_taken_port_is_an_error_and_leaves_the_file_free() {
        try (var first = Store.inMemory(0)) {
            assertThatThrownBy(() -> Store.start(dir, first.port())).rootCause().isInstanceOf(BindException.class);
        }
        try (var again = Store.start(dir, 0)) {
            assertThat(again.port()).isPositive();
        }
    }

    @Test
    void overwriting_the_same_documents_does_not_grow_the_file_for_ever() throws Exception {
        try (var store = Store.start(dir, 0)) {
            with(store, things -> {
                for (int i = 0; i < 2000; i++) {
                    things.updateOne(
                            eq("_id", i % 10), Updates.set("text", "x".repeat(2000)), new UpdateOptions().upsert(true));
                }
            });
        }
        try (var store = Store.start(dir, 0)) {
            assertThat(store.port()).isPositive();
        }
        assertThat(Files.size(dir.resolve("store.mv"))).isLessThan(1024 * 1024);
    }

    @Test
    void a_reader_never_sees_half_of_a_write() throws Exception {
        try (var store = Store.inMemory(0)) {
            with(store, things -> {
                things.insertOne(numbered(0));
                try (var writer = Executors.newSingleThreadExecutor()) {
                    var writing = writer.submit(() -> {
                        for (int i = 1; i <= 1000; i++) {
                            things.updateOne(eq("_id", 1), new Document("$set", numbered(i)));
                        }
                    });
                    while (!writing.isDone()) {
                        var read = Objects.requireNonNull(things.find().first());
                        assertThat(read).isEqualTo(numbered(read.getInteger("version")));
                    }
                    assertThat(writing).succeedsWithin(Duration.ZERO);
                }
            });
        }
    }

    /** Long, so that it is being sent while it is being written. */
    private static Document numbered(int number) {
        Document document = new Document("_id", 1).append("version", number);
        for (int i = 0; i < 400; i++) {
            document.append("field" + i, number);
        }
        return document;
    }

    private interface Work {
        void on(MongoCollection<Document> things);
    }

    private static void with(Store store, Work work) {
        try (var client = MongoClients.create(store.uri("test"))) {
            work.on(client.getDatabase("test").getCollection("things"));
        }
    }
}
