// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.access.AddressReveal;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.inbox.ParkedEndpoint;
import org.openhotline.chassis.messaging.CountingService.Counted;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.chassis.test.EventSender;
import org.openhotline.chassis.test.EventTap;
import org.openhotline.chassis.test.IntegrationTest;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.AccessEvent.AddressRevealed;
import org.openhotline.contracts.event.ConfigurationEvent.ConfigurationChanged;
import org.openhotline.contracts.event.ReferralEvent;
import org.openhotline.contracts.event.ReferralEvent.ReferralAcknowledged;
import org.openhotline.contracts.event.ReferralEvent.ReferralSent;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@IntegrationTest
class EventsTravelIT {
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
    ParkedEndpoint parked;

    @Autowired
    AddressReveal reveal;

    @Autowired
    Sealing sealing;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Test
    void an_event_has_its_effect_once_however_often_it_comes() {
        UUID item = UUID.randomUUID();
        Envelope first = sender.send(item, report(item));
        sender.send(first);
        sender.send(first);
        sender.send(item, report(item));
        await().until(() -> reports(item) == 2);
        sender.send(first);
        UUID other = UUID.randomUUID();
        sender.send(other, report(other));
        await().until(() -> reports(other) == 1);
        assertThat(reports(item)).isEqualTo(2);
    }

    @Test
    void what_a_command_decides_is_published_in_order_and_then_gone_from_the_document() {
        UUID item = UUID.randomUUID();
        sender.send(item, report(item));
        sender.send(item, report(item));
        tap.await(ReferralAcknowledged.class, e -> e.itemId().equals(item));
        List<Envelope> told = tap.envelopes().stream()
                .filter(e -> e.aggregateId().equals(item) && e.service().equals("counting"))
                .toList();
        assertThat(told).extracting(Envelope::sequence).containsExactly(1L, 2L);
        assertThat(told.getFirst().type()).isEqualTo("openhotline.referral.sent.v1");
        assertThat(told).allSatisfy(e -> assertThat(e.traceparent()).isPresent());
        await().untilAsserted(() -> {
            Document document = document(item);
            assertThat(document.getList("outbox", Document.class)).isEmpty();
            assertThat(document).doesNotContainKey("relayShard");
        });
        assertThat(mongo.getCollection("published").countDocuments(Filters.eq("aggregateId", item.toString())))
                .isEqualTo(2);
    }

    @Test
    void what_comes_after_a_gap_waits_until_the_missing_event_is_there() {
        UUID item = UUID.randomUUID();
        sender.send(item, 1, report(item));
        sender.send(item, 3, report(item));
        sender.send(item, 4, report(item));
        await().until(() -> CountingService.MISSING.contains("reported-item:" + item));
        await().until(() -> parked.waiting().stream()
                        .filter(w -> w.source().endsWith(item.toString()))
                        .count()
                == 2);
        assertThat(reports(item)).isEqualTo(1);
        sender.send(item, 2, report(item));
        await().until(() -> reports(item) == 4);
        assertThat(parked.waiting()).noneMatch(w -> w.source().endsWith(item.toString()));
    }

    @Test
    void poison_parks_its_own_source_and_no_other_until_an_operator_tries_again() {
        UUID poisoned = UUID.randomUUID();
        UUID healthy = UUID.randomUUID();
        CountingService.POISON.add(poisoned);
        sender.send(poisoned, report(poisoned));
        sender.send(poisoned, report(poisoned));
        sender.send(healthy, report(healthy));
        await().until(() -> reports(healthy) == 1);
        String source = "reported-item:" + poisoned;
        await().until(() ->
                parked.waiting().stream().filter(w -> w.source().equals(source)).count() == 2);
        assertThat(parked.waiting())
                .filteredOn(w -> w.source().equals(source))
                .extracting(ParkedEndpoint.Waiting::reason, ParkedEndpoint.Waiting::problem)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("POISON", "IllegalArgumentException"),
                        org.assertj.core.groups.Tuple.tuple("GAP", ""));
        CountingService.POISON.remove(poisoned);
        assertThat(parked.replay(source).applied()).isEqualTo(2);
        assertThat(reports(poisoned)).isEqualTo(2);
    }

    @Test
    void an_operator_reaches_the_parked_events_on_the_management_port_only() throws Exception {
        assertThat(status(managementPort, "/actuator/parked")).isEqualTo(200);
        assertThat(status(managementPort, "/actuator/env")).isEqualTo(404);
        assertThat(status(port, "/counting/actuator/parked")).isEqualTo(404);
    }

    private static int status(int port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void rivals_for_one_aggregate_lose_nothing() throws Exception {
        UUID item = UUID.randomUUID();
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Counted>> commands = IntStream.range(0, 40)
                    .<Callable<Counted>>mapToObj(i -> () -> counts.change(item, this::addOne))
                    .toList();
            pool.invokeAll(commands).forEach(f -> assertThat(f).succeedsWithin(java.time.Duration.ofSeconds(10)));
        }
        assertThat(reports(item)).isEqualTo(40);
        await().until(() -> tap.envelopes().stream()
                        .filter(e -> e.aggregateId().equals(item))
                        .map(Envelope::sequence)
                        .distinct()
                        .count()
                == 40);
    }

    @Test
    void what_was_thought_new_and_is_not_is_changed_all_the_same() {
        UUID item = UUID.randomUUID();
        assertThat(counts.begin(item, this::addOne).reports()).isEqualTo(1);
        assertThat(counts.begin(item, this::addOne).reports()).isEqualTo(2);
        await().until(() -> sequencesTold(item).equals(List.of(1L, 2L)));
    }

    @Test
    void where_many_are_thought_new_and_one_is_not_that_one_is_changed_and_the_others_begin() {
        UUID old = UUID.randomUUID();
        UUID fresh = UUID.randomUUID();
        counts.change(old, this::addOne);
        counts.beginAll(Map.of(
                old, this::addOne, fresh, before -> before.isPresent() ? Decision.of(before.get()) : addOne(before)));
        assertThat(reports(old)).isEqualTo(2);
        assertThat(reports(fresh)).isEqualTo(1);
        await().until(() -> sequencesTold(old).equals(List.of(1L, 2L)));
        await().until(() -> sequencesTold(fresh).equals(List.of(1L)));
    }

    @Test
    void many_are_changed_at_once_and_each_is_told() {
        UUID old = UUID.randomUUID();
        UUID fresh = UUID.randomUUID();
        UUID content = UUID.randomUUID();
        counts.change(old, this::addOne);
        counts.change(content, this::addOne);
        counts.changeAll(
                Map.of(old, this::addOne, fresh, this::addOne, content, before -> Decision.of(before.orElseThrow())));
        assertThat(List.of(reports(old), reports(fresh), reports(content))).containsExactly(2, 1, 1);
        assertThat(document(content).get("version", Number.class).longValue()).isEqualTo(1);
        await().until(() -> sequencesTold(old).equals(List.of(1L, 2L))
                && sequencesTold(fresh).equals(List.of(1L)));
    }

    @Test
    void a_rival_of_one_among_many_takes_nothing_from_anybody() {
        UUID contested = UUID.randomUUID();
        UUID begun = UUID.randomUUID();
        UUID calm = UUID.randomUUID();
        counts.change(contested, this::addOne);
        counts.changeAll(Map.of(
                contested, before -> meetingARival(contested, before, 1),
                begun, before -> meetingARival(begun, before, 0),
                calm, before -> before.isPresent() ? Decision.of(before.get()) : addOne(before)));
        assertThat(List.of(reports(contested), reports(begun), reports(calm))).containsExactly(3, 2, 1);
        await().until(() -> sequencesTold(contested).equals(List.of(1L, 2L, 3L))
                && sequencesTold(begun).equals(List.of(1L, 2L))
                && sequencesTold(calm).equals(List.of(1L)));
    }

    /** Somebody else changes it between the look and the write of the first time. */
    private Decision<Counted> meetingARival(UUID item, Optional<Counted> before, int reportsAtFirst) {
        if (before.map(Counted::reports).orElse(0) == reportsAtFirst) {
            counts.change(item, this::addOne);
        }
        return addOne(before);
    }

    private List<Long> sequencesTold(UUID item) {
        return tap.envelopes().stream()
                .filter(e -> e.aggregateId().equals(item))
                .map(Envelope::sequence)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void a_command_that_refuses_leaves_everything_as_it_was() {
        UUID item = UUID.randomUUID();
        counts.change(item, this::addOne);
        assertThatThrownBy(() -> counts.change(item, before -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(reports(item)).isEqualTo(1);
        assertThat(document(item).get("version", Number.class).longValue()).isEqualTo(1);
    }

    @Test
    void a_reveal_is_a_stored_fact_before_the_address_is_shown() {
        UUID item = UUID.randomUUID();
        Sealed address = sealing.seal(SealedField.address(item), "http://host.example/page");
        Actor actor = new Actor("person-1", java.util.Set.of(Role.ANALYST));
        assertThat(reveal.reveal(item, address, actor, "assessment")).isEqualTo("http://host.example/page");
        assertThat(mongo.getCollection("accesses").countDocuments(Filters.eq("state.service", "counting")))
                .isEqualTo(1);
        AddressRevealed told = tap.await(AddressRevealed.class, e -> e.itemId().equals(item));
        assertThat(told.actor()).isEqualTo("person-1");
        assertThat(told.service()).isEqualTo("counting");
    }

    @Test
    void a_start_tells_once_what_the_service_is_set_to() {
        ConfigurationChanged told = tap.await(
                ConfigurationChanged.class,
                e -> e.service().equals("counting") && e.what().equals("country-profile"));
        assertThat(told.before()).isEmpty();
        tap.await(
                ConfigurationChanged.class,
                e -> e.service().equals("counting") && e.what().equals("case-keys"));
        assertThat(mongo.getCollection("configurations").countDocuments(Filters.eq("state.what", "country-profile")))
                .isEqualTo(1);
    }

    private Decision<Counted> addOne(Optional<Counted> before) {
        Counted was = before.orElse(new Counted(0, List.of()));
        UUID item = UUID.randomUUID();
        ReferralEvent event = new ReferralSent(item, item, NOW);
        return Decision.of(new Counted(was.reports() + 1, was.submissions()), event);
    }

    private static ItemReportedAgain report(UUID item) {
        return new ItemReportedAgain(
                item, UUID.randomUUID(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), NOW);
    }

    private int reports(UUID item) {
        return counts.find(item).map(Counted::reports).orElse(0);
    }

    private Document document(UUID item) {
        return java.util.Objects.requireNonNull(mongo.getCollection("referrals")
                .find(Filters.eq("_id", item.toString()))
                .first());
    }
}
