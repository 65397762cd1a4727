// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.tiles.TilePath;
import org.openhotline.audit.verify.AuditVerifier;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.inbox.ParkedEndpoint;
import org.openhotline.chassis.test.EventSender;
import org.openhotline.chassis.test.EventTap;
import org.openhotline.chassis.test.IntegrationTest;
import org.openhotline.contracts.event.AccessEvent.AddressRevealed;
import org.openhotline.contracts.event.AccessEvent.DataExported;
import org.openhotline.contracts.event.AssessedItemEvent.ItemClaimed;
import org.openhotline.contracts.event.LogEvent.AuditGapDetected;
import org.openhotline.contracts.event.LogEvent.CheckpointPublished;
import org.openhotline.contracts.event.NoticeEvent.NoticeQueued;
import org.openhotline.contracts.event.RemovalEvent.HoldReleased;
import org.openhotline.contracts.event.RemovalEvent.NoticeDecided;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.sealing.Sealed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IntegrationTest(
        properties = {
            "openhotline.audit.publish-pause=300ms",
            "openhotline.audit.beat=100ms",
            "openhotline.audit.compare-after=0s",
            "openhotline.audit.compare-pause=500ms"
        })
class AuditIT {
    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.123Z");

    @Autowired
    EventSender sender;

    @Autowired
    EventTap tap;

    @Autowired
    ReadEntries entries;

    @Autowired
    Log log;

    @Autowired
    MockMvc mvc;

    @Autowired
    MeterRegistry meters;

    @Autowired
    ParkedEndpoint parked;

    @Value("${openhotline.audit.directory}")
    Path folder;

    @TempDir
    Path temporary;

    @Test
    void an_event_of_each_topic_is_in_the_log_once_however_often_it_comes() throws Exception {
        UUID item = UUID.randomUUID();
        UUID notice = UUID.randomUUID();
        UUID access = UUID.randomUUID();
        List<Envelope> sent = List.of(
                sender.send(item, reported(item)),
                sender.send(item, new ItemClaimed(item, "person-1", NOW, NOW)),
                sender.send(item, new NoticeDecided(item, notice, NOW)),
                sender.send(notice, new NoticeQueued(notice, List.of(item), NOW)),
                sender.send(access, new AddressRevealed(access, item, "person-1", "assessment", "assessment", NOW)));
        sent.forEach(sender::send);
        sent.forEach(this::awaitInTree);
        sent.forEach(sender::send);
        awaitInTree(sender.send(item, new HoldReleased(item, "person-2", NOW)));

        assertThat(entries.search(EntryFilter.ALL.ofSubject(item), Long.MAX_VALUE, 100))
                .hasSize(6);
        assertThat(verify()).startsWith("OK");
    }

    @Test
    void the_event_is_kept_as_it_arrived_with_fields_that_this_version_does_not_know() throws Exception {
        UUID item = UUID.randomUUID();
        String json =
                "{\"itemId\":\"" + item + "\",  \"actor\":\"person-1\",\"at\":\"2026-11-24T10:15:30.123Z\",\"new\":1}";
        Envelope envelope = Envelope.of(UUID.randomUUID(), "takedown", item, 1, Optional.empty(), released(item));
        Envelope extended = new Envelope(
                envelope.id(), envelope.type(), "takedown", envelope.aggregate(), item, 1, NOW, Optional.empty(), json);
        sender.send(extended);
        awaitInTree(extended);

        var body = entries.find(envelope.id()).orElseThrow().body().orElseThrow();
        assertThat(body.json()).isEqualTo(json);
        Path event = Files.writeString(temporary.resolve("event"), json);
        Path leaf = Files.write(
                temporary.resolve("leaf"),
                entries.find(envelope.id()).orElseThrow().leaf().bytes());
        assertThat(AuditVerifier.run(List.of("event", leaf.toString(), event.toString(), body.key())))
                .startsWith("OK");
    }

    @Test
    void a_checkpoint_is_published_and_the_log_comes_to_rest() throws Exception {
        UUID item = UUID.randomUUID();
        Envelope sent = sender.send(item, released(item));
        awaitInTree(sent);
        long index = entries.find(sent.id()).orElseThrow().index();
        CheckpointPublished published = tap.await(CheckpointPublished.class, e -> e.size() > index);
        assertThat(published.origin()).isEqualTo("hotline.example/audit/tlog");
        Log.Head head = log.head().orElseThrow();
        assertThat(log.root(published.size(), head).base64()).isEqualTo(published.rootHash());

        // Its own news becomes no entry, so nothing more happens: the size stays for longer than the pause.
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(15)).until(() -> {
            long size = log.head().orElseThrow().size();
            return size == lastSize.getAndSet(size);
        });
    }

    private final AtomicLong lastSize = new AtomicLong();

    @Test
    void a_missing_event_is_told_and_the_rest_follows_once_it_is_there() {
        UUID item = UUID.randomUUID();
        awaitInTree(sender.send(item, 1, released(item)));
        Envelope third = sender.send(item, 3, released(item));
        AuditGapDetected gap = tap.await(AuditGapDetected.class, e -> e.source().equals("removal:" + item));
        assertThat(gap.expected()).isEqualTo(2);
        assertThat(gap.found()).isEqualTo(3);
        assertThat(entries.find(third.id())).isEmpty();
        assertThat(parked.waiting()).extracting(ParkedEndpoint.Waiting::source).contains("removal:" + item);
        assertThat(parked.replay("removal:" + UUID.randomUUID()).applied()).isZero();
        Envelope told = tap.envelopes().stream()
                .filter(e -> e.received().event().equals(gap))
                .findFirst()
                .orElseThrow();
        awaitInTree(told);

        awaitInTree(sender.send(item, 2, released(item)));
        awaitInTree(third);
    }

    @Test
    void what_the_broker_holds_is_compared_with_the_log() {
        UUID item = UUID.randomUUID();
        Envelope sent = sender.send(item, 1, released(item));
        awaitInTree(sent);
        // The same event with another body, and another event with the same place.
        sender.send(new Envelope(
                sent.id(), sent.type(), "test", sent.aggregate(), item, 1, sent.time(), Optional.empty(), "{}"));
        sender.send(item, 1, released(item));

        await().untilAsserted(() -> {
            assertThat(differences("ALTERED")).isPositive();
            assertThat(differences("DOUBLED")).isPositive();
        });
        AuditGapDetected gap = tap.await(AuditGapDetected.class, e -> e.source().equals("removal:" + item));
        assertThat(gap.expected()).isEqualTo(1);
        assertThat(differences("MISSING")).isZero();
    }

    private double differences(String kind) {
        return meters.find("openhotline.audit.differences").tag("kind", kind).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void an_auditor_fetches_checkpoint_entry_and_proof_and_checks_them_offline() throws Exception {
        UUID item = UUID.randomUUID();
        Envelope sent = sender.send(item, reported(item));
        awaitInTree(sent);
        String key = body(api("/api/verifier-key")).strip();
        Path proof = Files.writeString(temporary.resolve("proof"), body(api("/api/entries/" + sent.id() + "/proof")));
        Path leaf = Files.writeString(temporary.resolve("leaf"), body(api("/api/entries/" + sent.id() + "/leaf")));
        assertThat(AuditVerifier.run(List.of("receipt", proof.toString(), leaf.toString(), key)))
                .startsWith("OK");
        assertThat(body(api("/api/entries/" + sent.id() + "/event"))).isEqualTo(sent.json());

        Files.writeString(leaf, Files.readString(leaf).replace("reported-item", "reported-itam"));
        assertThatExceptionOfType(AuditVerifier.Broken.class)
                .isThrownBy(() -> AuditVerifier.run(List.of("receipt", proof.toString(), leaf.toString(), key)));
        assertThat(body(api("/api/checkpoint"))).startsWith("hotline.example/audit/tlog\n");
        api("/api/entries?subject=" + item)
                .andExpect(jsonPath("$.entries.length()").value(1))
                .andExpect(jsonPath("$.entries[0].eventId").value(sent.id().toString()))
                .andExpect(jsonPath("$.next").doesNotExist());
        api("/api/entries/" + sent.id())
                .andExpect(jsonPath("$.leaf").value(Files.readString(leaf).replace("itam", "item")))
                .andExpect(jsonPath("$.event").value(sent.json()));
    }

    @Test
    void the_log_can_be_fetched_tile_by_tile_and_checked_as_a_whole() throws Exception {
        UUID item = UUID.randomUUID();
        awaitInTree(sender.send(item, released(item)));
        Path copy = temporary.resolve("copy");
        Files.createDirectories(copy);
        Files.write(copy.resolve("checkpoint"), bytes(api("/tlog/checkpoint")));
        long size =
                Long.parseLong(Files.readAllLines(copy.resolve("checkpoint")).get(1));
        assertThat(size).isBetween(1L, 255L);
        for (TilePath tile : List.of(TilePath.hashes(0, 0, (int) size), TilePath.entries(0, (int) size))) {
            Path file = copy.resolve(tile.text());
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(api("/tlog/" + tile.text())));
        }
        String key = body(api("/api/verifier-key"));
        assertThat(AuditVerifier.run(List.of("log", copy.toString(), key))).startsWith("OK: " + size);
        // As witnesses know it, the log has the same tiles, and a checkpoint once there are witnesses.
        String first = TilePath.hashes(0, 0, (int) size).text();
        assertThat(bytes(api("/tlog/witnessed/" + first))).isEqualTo(bytes(api("/tlog/" + first)));
        mvc.perform(get("/audit/tlog/witnessed/checkpoint")
                        .contextPath("/audit")
                        .with(jwt().authorities(role("auditor"))))
                .andExpect(status().isNotFound());
        mvc.perform(get("/audit/tlog/tile/0/001").contextPath("/audit").with(jwt().authorities(role("auditor"))))
                .andExpect(status().isNotFound());
        mvc.perform(get("/audit/tlog/tile/entries/0").contextPath("/audit").with(jwt().authorities(role("auditor"))))
                .andExpect(status().isNotFound());
    }

    @Test
    void entries_are_listed_page_by_page() throws Exception {
        UUID item = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            awaitInTree(sender.send(item, released(item)));
        }
        String query = "/api/entries?type=openhotline.removal.hold-released.v1&limit=2&subject=" + item;
        String first = body(api(query).andExpect(jsonPath("$.entries.length()").value(2)));
        String next = first.replaceAll(".*\"next\":([0-9]+).*", "$1");
        api(query + "&before=" + next)
                .andExpect(jsonPath("$.entries.length()").value(2))
                .andExpect(jsonPath("$.entries[0].sequence").value(3));
        mvc.perform(get("/audit/api/entries?limit=1000").contextPath("/audit").with(jwt().authorities(role("auditor"))))
                .andExpect(status().isBadRequest());
        mvc.perform(get("/audit/api/entries?subject=nonsense")
                        .contextPath("/audit")
                        .with(jwt().authorities(role("auditor"))))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(not(containsString("nonsense"))));
    }

    @Test
    void auditors_see_the_pages_and_no_address_on_them() throws Exception {
        UUID item = UUID.randomUUID();
        Envelope sent = sender.send(item, reported(item));
        awaitInTree(sent);

        page("/")
                .andExpect(content().string(containsString("Latest checkpoint")))
                .andExpect(content().string(containsString("/audit/entries/" + sent.id())));
        page("/?subject=" + item).andExpect(content().string(containsString("reported item: reported")));
        page("/?subject=x").andExpect(content().string(containsString("There is a problem")));
        page("/?subject=" + UUID.randomUUID()).andExpect(content().string(containsString("nothing like this")));
        page("/entries/" + sent.id())
                .andExpect(content().string(containsString("How to check this yourself")))
                .andExpect(content().string(containsString("c2sp.org/tlog-proof@v1")));
        String proof = body(page("/entries/" + sent.id() + "/proof"));
        Path leaf = Files.write(temporary.resolve("leaf"), bytes(page("/entries/" + sent.id() + "/leaf")));
        assertThat(AuditVerifier.run(List.of(
                        "receipt",
                        Files.writeString(temporary.resolve("p"), proof).toString(),
                        leaf.toString(),
                        log.key().text())))
                .startsWith("OK");
        assertThat(body(page("/checkpoint"))).startsWith("hotline.example/audit/tlog\n");
    }

    @Test
    void what_an_auditor_takes_away_is_told_and_what_is_not_there_is_not() throws Exception {
        UUID item = UUID.randomUUID();
        Envelope sent = sender.send(item, reported(item));
        awaitInTree(sent);
        var curious = jwt().jwt(token -> token.subject("auditor-7")).authorities(role("auditor"));
        for (String path : List.of(
                "/api/entries/" + UUID.randomUUID(),
                "/api/entries?limit=1000",
                "/api/checkpoint",
                "/api/entries?subject=" + item,
                "/api/entries/" + sent.id() + "/event")) {
            mvc.perform(get("/audit" + path).contextPath("/audit").with(curious));
        }

        tap.await(
                DataExported.class,
                e -> e.actor().equals("auditor-7") && e.what().equals("log-entry"));
        assertThat(tap.events(DataExported.class))
                .filteredOn(e -> e.actor().equals("auditor-7"))
                .extracting(DataExported::what)
                .containsExactlyInAnyOrder("log-entries", "log-entry");
    }

    @Test
    void nobody_else_is_let_in() throws Exception {
        for (String path : List.of("/api/checkpoint", "/api/entries", "/tlog/checkpoint", "/tlog/tile/entries/000")) {
            mvc.perform(get("/audit" + path).contextPath("/audit")).andExpect(status().isUnauthorized());
            mvc.perform(get("/audit" + path)
                            .contextPath("/audit")
                            .with(jwt().authorities(role("analyst"), role("administrator"))))
                    .andExpect(status().isForbidden());
        }
        mvc.perform(get("/audit/").contextPath("/audit").with(oidcLogin().authorities(role("analyst"))))
                .andExpect(status().isForbidden());
        mvc.perform(get("/audit/").contextPath("/audit")).andExpect(status().is3xxRedirection());
    }

    private void awaitInTree(Envelope envelope) {
        await("entry of " + envelope.type())
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> entries.find(envelope.id()).isPresent());
    }

    private String verify() throws Exception {
        return AuditVerifier.run(List.of("log", folder.toString(), log.key().text()));
    }

    private ResultActions api(String path) throws Exception {
        return mvc.perform(get("/audit" + path).contextPath("/audit").with(jwt().authorities(role("auditor"))))
                .andExpect(status().isOk());
    }

    private ResultActions page(String path) throws Exception {
        return mvc.perform(get("/audit" + path)
                        .contextPath("/audit")
                        .with(oidcLogin().authorities(role("auditor"))))
                .andExpect(status().isOk());
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    private static byte[] bytes(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsByteArray();
    }

    private static SimpleGrantedAuthority role(String name) {
        return new SimpleGrantedAuthority("ROLE_" + name);
    }

    private static ItemReported reported(UUID item) {
        return new ItemReported(
                item,
                UUID.randomUUID(),
                LocatorKind.WEB,
                new Sealed("c2VhbGVk"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW);
    }

    private static HoldReleased released(UUID item) {
        return new HoldReleased(item, "person-1", NOW);
    }
}
