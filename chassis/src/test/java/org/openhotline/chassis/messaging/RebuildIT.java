// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.Service;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.messaging.CountingService.Counted;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.chassis.rebuild.ReplayTopic;
import org.openhotline.chassis.rebuild.Summary;
import org.openhotline.chassis.test.EventSender;
import org.openhotline.chassis.test.EventTap;
import org.openhotline.chassis.test.IntegrationTest;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One running service, and a second life of it on another, empty store. */
@IntegrationTest
class RebuildIT {
    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.123Z");

    @Autowired
    MongoAggregates<Counted> counts;

    @Autowired
    EventSender sender;

    @Autowired
    EventTap tap;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MongoClient store;

    @Autowired
    ReplayTopic topics;

    @Autowired
    Environment environment;

    @Autowired
    MeterRegistry meters;

    @Test
    void a_lost_store_is_made_again_and_only_what_was_never_told_waits_to_be_told() {
        UUID whole = reportedTimes(3);
        UUID unanswered = reportedTimes(2);
        UUID erased = reportedTimes(2);
        UUID late = reportedTimes(1);
        List<Envelope> log = Stream.of(
                        history(whole),
                        history(unanswered).filter(e -> !isAnswer(e, unanswered, 2)),
                        history(erased).map(RebuildIT::withoutWords),
                        // its answer comes before what was answered, as where two machines' clocks differ
                        history(late).sorted(Comparator.comparing(e -> !isAnswer(e, late, 1))))
                .flatMap(events -> events)
                .toList();

        MongoDatabase backup = store.getDatabase("it-" + UUID.randomUUID());
        rebuild(backup, history(whole).filter(e -> e.sequence() < 3).toList());
        assertThat(sequence(backup, whole)).isEqualTo(2);
        Summary summary = rebuild(backup, log);

        assertThat(Stream.of(whole, unanswered, late))
                .allSatisfy(item -> assertThat(businessOf(backup, item)).isEqualTo(businessOf(mongo.getDb(), item)));
        assertThat(outbox(backup, whole)).isEmpty();
        assertThat(outbox(backup, unanswered))
                .extracting(e -> e.get("sequence", Number.class).longValue())
                .containsExactly(2L);
        assertThat(sequence(backup, erased)).isEqualTo(2);
        assertThat(document(backup, erased)).doesNotContainKey("state");
        assertThat(cursor(backup, erased)).isEqualTo(2);
        assertThat(summary.events()).isEqualTo(log.size());
        assertThat(summary.erased()).isEqualTo(4);
        assertThat(summary.restored()).isEqualTo(Map.of("referral", 1L + 1 + 2 + 1));
        assertThat(summary.notApplied()).isEmpty();
        assertThat(summary.untold()).isEqualTo(1);
    }

    @Test
    void a_service_at_work_passes_over_what_is_marked_as_a_replay() {
        UUID item = UUID.randomUUID();
        Envelope again = Envelope.of(UUID.randomUUID(), "test", item, 1, Optional.empty(), report(item));
        double before = passedOver();
        sender.sendMarked(again);
        await().until(() -> passedOver() == before + 1);
        assertThat(counts.find(item)).isEmpty();
        sender.send(again);
        await().until(() -> counts.find(item).isPresent());
    }

    private UUID reportedTimes(int times) {
        UUID item = UUID.randomUUID();
        for (int i = 0; i < times; i++) {
            sender.send(item, report(item));
        }
        await().until(() -> history(item).count() == 2L * times);
        return item;
    }

    /** All that was told of an item, reports before answers. */
    private Stream<Envelope> history(UUID item) {
        return tap.envelopes().stream()
                .filter(e -> e.aggregateId().equals(item))
                .sorted(Comparator.comparing(Envelope::sequence)
                        .thenComparing(e -> e.aggregate().topic()));
    }

    private static boolean isAnswer(Envelope envelope, UUID item, long sequence) {
        return envelope.aggregateId().equals(item)
                && envelope.service().equals("counting")
                && envelope.sequence() == sequence;
    }

    private static Envelope withoutWords(Envelope e) {
        return new Envelope(
                e.id(),
                e.type(),
                e.service(),
                e.aggregate(),
                e.aggregateId(),
                e.sequence(),
                e.time(),
                Optional.empty(),
                "");
    }

    private Summary rebuild(MongoDatabase database, List<Envelope> events) {
        String topic = "counting.replay." + UUID.randomUUID();
        assertThat(topics.write(topic, out -> events.forEach(out))).isEqualTo(events.size());
        String mongoAddress = Objects.requireNonNull(environment.getProperty("spring.mongodb.uri"));
        return Service.rebuild(
                CountingService.class,
                "counting",
                topic,
                "--spring.mongodb.uri=" + mongoAddress.substring(0, mongoAddress.lastIndexOf('/') + 1)
                        + database.getName(),
                setting("spring.kafka.bootstrap-servers"),
                setting("openhotline.country"),
                setting("openhotline.keys.case"),
                setting("openhotline.keys.index"),
                setting("openhotline.issuer"),
                setting("openhotline.client-secret"));
    }

    private String setting(String name) {
        return "--" + name + "=" + environment.getProperty(name);
    }

    private double passedOver() {
        return meters.counter("openhotline.inbox.events", "outcome", "replayed").count();
    }

    private static Document businessOf(MongoDatabase database, UUID item) {
        Document document = document(database, item);
        document.keySet().retainAll(List.of("_id", "state", "sequence", "applied"));
        return document;
    }

    private static List<Document> outbox(MongoDatabase database, UUID item) {
        return document(database, item).getList("outbox", Document.class);
    }

    private static long cursor(MongoDatabase database, UUID item) {
        return Objects.requireNonNull(database.getCollection("inbox-cursors")
                        .find(Filters.eq("_id", "reported-item:" + item))
                        .first())
                .get("sequence", Number.class)
                .longValue();
    }

    private static long sequence(MongoDatabase database, UUID item) {
        return document(database, item).get("sequence", Number.class).longValue();
    }

    private static Document document(MongoDatabase database, UUID item) {
        return Objects.requireNonNull(database.getCollection("referrals")
                .find(Filters.eq("_id", item.toString()))
                .first());
    }

    private static ItemReportedAgain report(UUID item) {
        return new ItemReportedAgain(
                item, UUID.randomUUID(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), NOW);
    }
}
