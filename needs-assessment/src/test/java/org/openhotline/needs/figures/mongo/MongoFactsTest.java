// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.NoticeEvent;
import org.openhotline.needs.figures.FinalDecision;
import org.openhotline.needs.figures.ItemFacts;
import org.openhotline.needs.figures.NoticeFacts;
import org.openhotline.needs.figures.Period;
import org.openhotline.needs.figures.SubmissionFacts;
import org.openhotline.stack.store.Store;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoFactsTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00.123Z");
    private static final Period DAY = new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2));

    private static Store store;
    private static MongoClient client;

    private final MongoFacts facts = new MongoFacts(
            new MongoTemplate(client, "needs-" + UUID.randomUUID().toString().substring(0, 8)));
    private final UUID item = UUID.randomUUID();

    @BeforeAll
    static void startTheStore() {
        store = Store.inMemory(0);
        client = MongoClients.create(store.uri("needs"));
    }

    @AfterAll
    static void stopTheStore() {
        client.close();
        store.close();
    }

    @Test
    void all_facts_of_an_item_come_back_as_they_were_learned() {
        Optional<Instant> at = Optional.of(AT);
        ItemFacts all = new ItemFacts(
                item,
                at,
                at.map(t -> t.plusMillis(1)),
                at.map(t -> new FinalDecision(FinalDecision.Outcome.PASSED_ON, t.plusMillis(2))),
                at.map(t -> t.plusMillis(3)),
                java.util.Map.of(
                        UUID.randomUUID(), new NoticeFacts(at, false),
                        UUID.randomUUID(), new NoticeFacts(Optional.empty(), true)),
                at.map(t -> t.plusMillis(4)),
                at.map(t -> t.plusMillis(5)),
                at.map(t -> t.plusMillis(6)));
        facts.learn(item, event(1), none -> all);
        assertThat(stored()).containsExactly(all);
    }

    @Test
    void an_event_that_comes_again_is_applied_once_per_source() {
        UUID notice = UUID.randomUUID();
        assertThat(facts.learn(item, event(notice, 2), i -> i)).isEqualTo(Applied.APPLIED);
        assertThat(facts.learn(item, event(notice, 2), i -> received())).isEqualTo(Applied.DUPLICATE);
        assertThat(facts.learn(item, event(notice, 1), i -> received())).isEqualTo(Applied.DUPLICATE);
        assertThat(stored()).isEmpty();
        assertThat(facts.learn(item, event(UUID.randomUUID(), 1), i -> received()))
                .isEqualTo(Applied.APPLIED);
        assertThat(stored()).containsExactly(received());
    }

    @Test
    void writers_at_the_same_time_lose_nothing() throws Exception {
        int writers = 8;
        List<Future<Applied>> done = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(writers)) {
            for (int i = 0; i < 40; i++) {
                done.add(pool.submit(() -> facts.learn(item, event(UUID.randomUUID(), 1), MongoFactsTest::oneMore)));
            }
        }
        for (Future<Applied> one : done) {
            assertThat(one.get()).isEqualTo(Applied.APPLIED);
        }
        assertThat(stored())
                .singleElement()
                .satisfies(i -> assertThat(i.notices()).hasSize(40));
    }

    @Test
    void only_what_was_received_in_the_period_is_read() {
        facts.learn(item, event(1), none -> received());
        Period dayAfter = new Period(DAY.to().plusDays(1), DAY.to().plusDays(1));
        List<ItemFacts> later = new ArrayList<>();
        facts.forEachItem(dayAfter, later::add);
        assertThat(later).isEmpty();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void a_submission_stored_again_counts_once() {
        SubmissionFacts submission = new SubmissionFacts(UUID.randomUUID(), AT);
        facts.learn(submission);
        facts.learn(submission);
        facts.learn(new SubmissionFacts(UUID.randomUUID(), AT.plusSeconds(86_400)));
        assertThat(facts.submissions(DAY)).isEqualTo(1);
    }

    private List<ItemFacts> stored() {
        List<ItemFacts> stored = new ArrayList<>();
        facts.forEachItem(DAY, stored::add);
        return stored;
    }

    private ItemFacts received() {
        ItemFacts none = ItemFacts.none(item);
        return new ItemFacts(
                item,
                Optional.of(AT),
                none.assessed(),
                none.decision(),
                none.referred(),
                none.notices(),
                none.removed(),
                none.reappeared(),
                none.calledGone());
    }

    private static ItemFacts oneMore(ItemFacts before) {
        var notices = new java.util.HashMap<>(before.notices());
        notices.put(UUID.randomUUID(), new NoticeFacts(Optional.of(AT), false));
        return new ItemFacts(
                before.itemId(),
                Optional.of(AT),
                before.assessed(),
                before.decision(),
                before.referred(),
                notices,
                before.removed(),
                before.reappeared(),
                before.calledGone());
    }

    private Received<Event> event(long sequence) {
        return event(UUID.randomUUID(), sequence);
    }

    private Received<Event> event(UUID notice, long sequence) {
        return new Received<>(
                new NoticeEvent.NoticeQueued(notice, List.of(item), AT),
                UUID.randomUUID(),
                AggregateType.NOTICE,
                notice,
                sequence,
                AT);
    }
}
