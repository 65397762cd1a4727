// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.running;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/** What a running hotline has stored, read past it with the store's own driver. */
public final class Books implements AutoCloseable {
    private static final List<String> PUBLISHERS = List.of("report-intake", "assessment", "takedown");

    private final RunningHotline hotline;
    private final Duration patience;
    private final MongoClient store;

    /** @param patience how long what happens in the background may take */
    public Books(RunningHotline hotline, Duration patience) {
        this.hotline = hotline;
        this.patience = patience;
        this.store = MongoClients.create(hotline.store());
    }

    /** What the public form has written. */
    public record Intake(long submissions, long items, long locators) {
        public Intake plus(long reports) {
            return new Intake(submissions + reports, items + reports, locators + reports);
        }
    }

    public Intake intake() {
        MongoDatabase intake = database("report-intake");
        return new Intake(
                intake.getCollection("submissions").countDocuments(),
                intake.getCollection("items").countDocuments(),
                intake.getCollection("locators").countDocuments());
    }

    public MongoDatabase database(String service) {
        return store.getDatabase(service);
    }

    /** Whether {@code service} has decided something that is not published yet. */
    public boolean owes(String service) {
        MongoDatabase database = database(service);
        for (String collection : database.listCollectionNames()) {
            if (database.getCollection(collection).countDocuments(exists("relayShard")) > 0) {
                return true;
            }
        }
        return false;
    }

    public void awaitEverythingPublished() {
        for (String service : PUBLISHERS) {
            await("that the outboxes of " + service + " are empty")
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> !owes(service));
        }
    }

    /** Ids of the events that {@code service} has published. */
    public Set<String> publishedBy(String service) {
        Set<String> ids = new TreeSet<>();
        database(service).getCollection("published").find().forEach(event -> ids.add(event.getString("_id")));
        return ids;
    }

    /** How many events {@code service} has published of one type, by its wire name. */
    public long published(String service, String type) {
        return database(service).getCollection("published").countDocuments(eq("type", type));
    }

    /** Waits until the analysts' side knows {@code items} items with {@code reports} reports in all. */
    public void awaitQueue(long items, long reports) {
        await("that the queue has every item")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(
                                database("assessment").getCollection("items").countDocuments())
                        .isEqualTo(items));
        await("that every report is counted")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(reportsInQueue()).isEqualTo(reports));
    }

    private long reportsInQueue() {
        long reports = 0;
        for (Document item : database("assessment").getCollection("items").find()) {
            reports += item.get("state", Document.class)
                    .get("reports", Document.class)
                    .get("count", Number.class)
                    .longValue();
        }
        return reports;
    }

    /** Waits until the log has every published event, each once, and among them {@code submissions} submissions. */
    public void awaitLog(long submissions) {
        Set<String> told = new TreeSet<>();
        PUBLISHERS.forEach(service -> told.addAll(publishedBy(service)));
        assertThat(told).hasSizeGreaterThanOrEqualTo((int) submissions);
        await("that the log has every event")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    Set<String> logged = new TreeSet<>();
                    hotline.logged().forEach(leaf -> logged.add(leaf.eventId().toString()));
                    assertThat(logged).containsAll(told);
                });
        await("that the tree holds the entries")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> assertThat(hotline.verifyLog()).startsWith("OK: ").contains("none missing, none twice"));
        assertThat(hotline.logged())
                .filteredOn(leaf -> leaf.type().equals("openhotline.submission.received.v1"))
                .hasSize((int) submissions);
    }

    @Override
    public void close() {
        store.close();
    }
}
