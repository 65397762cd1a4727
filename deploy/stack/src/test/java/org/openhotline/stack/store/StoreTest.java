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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.h2.mvstore.MVStore;
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

    /** Every kind of query of the services and then some, on the same documents with indexes and without. */
    @Test
    void an_index_changes_no_answer() {
        List<String> documents = List.of(
                "{_id: 1, s: 'a', n: 5, t: {$date: '2026-01-02T00:00:00Z'}}",
                "{_id: 2, s: 'a', n: -7.5, t: {$date: '2025-01-02T00:00:00Z'}, l: []}",
                "{_id: 3, s: 'b', n: {$numberLong: '9007199254740993'}, l: ['x', 'y']}",
                "{_id: 4, s: 'b\\u0000c', n: 0, l: ['y', null, 7, 1]}",
                "{_id: 5, s: null, n: null, d: [{e: 1}, {e: 9}, {}]}",
                "{_id: 6, s: {e: 1}, n: 'text', d: {e: 4}}",
                "{_id: 7}");
        List<String> queries = List.of(
                "{s: 'a'}",
                "{s: 'b'}",
                "{s: null}",
                "{s: {$exists: true}}",
                "{s: {$exists: false}}",
                "{s: {$ne: 'a'}}",
                "{s: {e: 1}}",
                "{s: /^b/}",
                "{s: {$in: ['a', 'b']}}",
                "{s: {$in: ['a', null]}}",
                "{s: 'a', n: 5.0}",
                "{s: 'a', n: {$lt: 0}}",
                "{s: {$in: ['a', 'b']}, n: {$gte: 5}}",
                "{$and: [{s: 'b'}, {_id: {$gt: 2}}]}",
                "{$or: [{s: 'b'}, {n: 0}]}",
                "{n: {$lte: 0}}",
                "{n: {$gt: -8, $lt: 1}}",
                "{n: {$numberLong: '9007199254740993'}}",
                "{n: {$lt: {$numberLong: '9007199254740993'}}}",
                "{n: {$not: {$gt: 0}}}",
                "{t: {$lt: {$date: '2026-01-01T00:00:00Z'}}}",
                "{t: {$gte: {$date: '2026-01-02T00:00:00Z'}}}",
                "{l: 'y'}",
                "{l: {$gt: 2, $lt: 5}}",
                "{l: {$exists: true}}",
                "{l: ['x', 'y']}",
                "{l: {$size: 0}}",
                "{l: {$elemMatch: {$gt: 5}}}",
                "{'d.e': 9}",
                "{'d.e': {$gt: 3}}",
                "{'d.e': {$exists: true}}");
        try (var store = Store.inMemory(0);
                var client = MongoClients.create(store.uri("test"))) {
            var plain = client.getDatabase("test").getCollection("plain");
            var indexed = client.getDatabase("test").getCollection("indexed");
            var late = client.getDatabase("test").getCollection("late");
            addIndexes(indexed);
            for (var things : List.of(plain, indexed, late)) {
                documents.forEach(each -> things.insertOne(Document.parse(each)));
            }
            addIndexes(late);
            for (int change = 0; change < 3; change++) {
                for (String query : queries) {
                    assertThat(idsIn(indexed, query)).as(query).isEqualTo(idsIn(plain, query));
                    assertThat(idsIn(late, query)).as(query).isEqualTo(idsIn(plain, query));
                    assertThat(indexed.countDocuments(Document.parse(query)))
                            .as(query)
                            .isEqualTo(idsIn(plain, query).size());
                }
                for (var things : List.of(plain, indexed, late)) {
                    things.updateMany(Document.parse("{s: 'a'}"), Document.parse("{$set: {s: 'b'}, $unset: {t: 1}}"));
                    things.deleteOne(Document.parse("{s: 'b', n: 5}"));
                }
            }
        }
    }

    @Test
    void a_pipeline_that_begins_with_a_match_reads_the_same_collection_again_as_a_whole() {
        try (var store = Store.inMemory(0)) {
            with(store, things -> {
                things.createIndex(Indexes.ascending("s"));
                things.insertMany(List.of(
                        Document.parse("{_id: 1, s: 'a', k: 0}"),
                        Document.parse("{_id: 2, s: 'b', k: 0}"),
                        Document.parse("{_id: 3, s: 'b', k: 0}")));
                var joined = things.aggregate(List.of(
                                Document.parse("{$match: {s: 'a'}}"),
                                Document.parse(
                                        "{$lookup: {from: 'things', localField: 'k', foreignField: 'k', as: 'all'}}")))
                        .into(new ArrayList<>());
                assertThat(joined).hasSize(1);
                assertThat(joined.getFirst().getList("all", Document.class)).hasSize(3);
            });
        }
    }

    private static void addIndexes(MongoCollection<Document> things) {
        for (boolean sparse : List.of(true, false)) {
            for (var keys : List.of(
                    Indexes.ascending("s", "n"),
                    Indexes.ascending("n"),
                    Indexes.descending("t"),
                    Indexes.ascending("l"),
                    Indexes.ascending("d.e"))) {
                things.createIndex(keys, new IndexOptions().sparse(sparse).name(keys + " " + sparse));
            }
        }
    }

    private static Set<Object> idsIn(MongoCollection<Document> things, String query) {
        return things.find(Document.parse(query)).map(found -> found.get("_id")).into(new HashSet<>());
    }

    @Test
    void an_index_is_there_after_a_restart() {
        try (var store = Store.start(dir, 0)) {
            with(store, things -> {
                things.createIndex(Indexes.ascending("s"));
                things.insertOne(Document.parse("{_id: 1, s: 'a'}"));
            });
        }
        try (var store = Store.start(dir, 0)) {
            with(store, things -> assertThat(things.find(eq("s", "a")).first()).containsEntry("_id", 1));
        }
    }

    @Test
    void a_file_of_another_format_is_refused_in_plain_words() {
        try (var old = MVStore.open(dir.resolve("store.mv").toString())) {
            old.openMap("databases.test.things").put("key", "value");
        }
        assertThatThrownBy(() -> Store.start(dir, 0))
                .hasMessageContaining("store.mv")
                .hasMessageContaining("--fresh");
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
