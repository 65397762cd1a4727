// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.merkle.Hashing;
import org.openhotline.audit.merkle.Proofs;
import org.openhotline.audit.soundness.Verification;
import org.openhotline.audit.soundness.VerifyLog;
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
import org.openhotline.contracts.event.SubmissionEvent.SubmissionReceived;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.sealing.Sealed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest(
        properties = {
            "openhotline.audit.publish-pause=300ms",
            "openhotline.audit.beat=100ms",
            "openhotline.audit.compare-after=0s",
            "openhotline.audit.compare-pause=500ms"
        })
class AuditIT {
    private static final Path FROZEN_API = Path.of("src/main/resources/openapi/audit.json");
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

    @Autowired
    VerifyLog verifying;

    @Autowired
    @Qualifier("verificationHealth")
    HealthIndicator health;

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
        page("/?subject=" + item).andExpect(content().string(containsString("Reported for the first time")));
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
    void everything_about_an_item_is_told_forwards_and_what_a_person_did_backwards() throws Exception {
        UUID item = UUID.randomUUID();
        String person = "person-" + UUID.randomUUID();
        awaitInTree(sender.send(item, reported(item)));
        awaitInTree(sender.send(item, new ItemClaimed(item, person, NOW, NOW)));
        awaitInTree(sender.send(item, new HoldReleased(item, person, NOW)));

        assertThat(body(page("/about/" + item)))
                .containsSubsequence(
                        "Reported for the first time", "Taken by an analyst", "The police desk let its notice go")
                .contains("/audit/?actor=" + person);
        assertThat(body(page("/?actor=" + person)))
                .containsSubsequence("</form>", "The police desk let its notice go", "Taken by an analyst");
        api("/api/entries?actor=" + person)
                .andExpect(jsonPath("$.entries.length()").value(2))
                .andExpect(jsonPath("$.entries[0].actor").value(person));
        api("/api/entries?until=2026-11-23&actor=" + person)
                .andExpect(jsonPath("$.entries.length()").value(0));
        page("/?from=2026-11-24&until=2026-11-24&actor=" + person)
                .andExpect(content().string(containsString("Taken by an analyst")));
    }

    @Test
    void who_looked_at_what_and_what_was_taken_out_have_pages_of_their_own() throws Exception {
        UUID item = UUID.randomUUID();
        UUID look = UUID.randomUUID();
        UUID export = UUID.randomUUID();
        awaitInTree(sender.send(item, reported(item)));
        awaitInTree(sender.send(look, new AddressRevealed(look, item, "person-1", "takedown", "police-referral", NOW)));
        awaitInTree(sender.send(
                export,
                new DataExported(
                        export, "person-2", "takedown", "case-file", Optional.of(item), Optional.of("court"), 7, NOW)));

        assertThat(body(page("/looks?subject=" + item)))
                .contains("An address was looked at", "takedown, police-referral", "person-1", "/audit/about/" + item)
                .doesNotContain("Data was taken out", "Reported for the first time");
        assertThat(body(page("/exports?actor=person-2&subject=" + item)))
                .contains("takedown, case-file, count 7, court")
                .doesNotContain("An address was looked at");
    }

    @Test
    void what_cannot_be_looked_for_is_named_with_what_can() throws Exception {
        for (String field : List.of("subject", "actor", "type", "from", "until", "before")) {
            assertThat(body(refused("/api/entries?" + field + "=[x]")))
                    .contains("#/" + field, "allowed")
                    .doesNotContain("[x]");
        }
        assertThat(body(refused("/api/entries?from=2026-03-02&until=2026-03-01")))
                .contains("#/until");
        assertThat(body(refused("/api/entries?limit=0"))).contains("#/limit");
        for (String path : List.of("/", "/looks", "/exports")) {
            page(path + "?from=never")
                    .andExpect(content().string(containsString("Error: ")))
                    .andExpect(content().string(containsString("href=\"#from\"")))
                    .andExpect(content().string(containsString("aria-invalid=\"true\"")));
        }
    }

    @Test
    void proofs_between_any_two_sizes_lead_to_their_roots() throws Exception {
        UUID item = UUID.randomUUID();
        awaitInTree(sender.send(item, released(item)));
        Path older = Files.writeString(temporary.resolve("older"), body(api("/api/checkpoint")));
        long before = Long.parseLong(Files.readAllLines(older).get(1));
        Envelope last = sender.send(item, released(item));
        awaitInTree(last);
        long index = entries.find(last.id()).orElseThrow().index();
        Path newer = Files.writeString(temporary.resolve("newer"), body(api("/api/checkpoint")));
        long size = Long.parseLong(Files.readAllLines(newer).get(1));

        JsonNode inclusion = json(api("/api/proofs/inclusion?index=" + index + "&size=" + size));
        assertThat(Proofs.includes(
                        index,
                        size,
                        Hashing.leaf(bytes(api("/api/entries/" + last.id() + "/leaf"))),
                        hashes(inclusion),
                        Hash.ofBase64(inclusion.get("root").asString())))
                .isTrue();
        JsonNode consistency = json(api("/api/proofs/consistency?older=" + before + "&newer=" + size));
        assertThat(Proofs.isPrefix(
                        before,
                        size,
                        hashes(consistency),
                        Hash.ofBase64(consistency.get("olderRoot").asString()),
                        Hash.ofBase64(consistency.get("newerRoot").asString())))
                .isTrue();
        String lines = body(mvc.perform(get("/audit/api/proofs/consistency?older=" + before + "&newer=" + size)
                .contextPath("/audit")
                .accept(MediaType.TEXT_PLAIN)
                .with(jwt().authorities(role("auditor")))));
        Path proof = Files.writeString(temporary.resolve("grown"), lines);
        assertThat(AuditVerifier.run(List.of(
                        "grown",
                        older.toString(),
                        newer.toString(),
                        proof.toString(),
                        log.key().text())))
                .startsWith("OK: grown from " + before + " to " + size);
        for (String bad : List.of("inclusion?index=-1", "inclusion?index=0&size=0", "inclusion?index=99999999")) {
            assertThat(body(refused("/api/proofs/" + bad))).containsAnyOf("#/index", "#/size");
        }
        assertThat(body(refused("/api/proofs/consistency?older=0"))).contains("#/older");
        assertThat(body(refused("/api/proofs/consistency?older=1&newer=99999999")))
                .contains("#/newer");
        assertThat(body(refused("/api/proofs/consistency"))).contains("#/older");
    }

    @Test
    void the_log_checks_itself_and_says_what_it_found() throws Exception {
        UUID item = UUID.randomUUID();
        awaitInTree(sender.send(item, released(item)));
        assertThat(verifying.run().result()).isEqualTo(Verification.Result.SOUND);
        assertThat(body(page("/integrity"))).contains("sound", "OK: ", "Not configured");
        api("/api/integrity")
                .andExpect(jsonPath("$.size").isNumber())
                .andExpect(jsonPath("$.verification.result").value("sound"))
                .andExpect(jsonPath("$.damage").doesNotExist());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_case_file_holds_the_item_with_its_report_notice_and_looks_and_nothing_of_other_items() throws Exception {
        UUID item = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        UUID submission = UUID.randomUUID();
        UUID notice = UUID.randomUUID();
        UUID look = UUID.randomUUID();
        List<Envelope> own = List.of(
                sender.send(submission, received(submission, item, other)),
                sender.send(item, reported(item, submission)),
                sender.send(item, new NoticeDecided(item, notice, NOW)),
                sender.send(notice, new NoticeQueued(notice, List.of(item, other), NOW)),
                sender.send(look, new AddressRevealed(look, item, "person-1", "assessment", "assessment", NOW)));
        Envelope foreign = sender.send(other, reported(other, submission));
        own.forEach(this::awaitInTree);
        awaitInTree(foreign);

        byte[] file = bytes(page(post("/audit/case-file")
                        .with(csrf())
                        .param("item", item.toString())
                        .param("purpose", "court"))
                .andExpect(header().string("Content-Disposition", containsString("case-" + item + ".zip"))));

        Path zip = Files.write(temporary.resolve("case.zip"), file);
        assertThat(AuditVerifier.run(List.of("case", zip.toString(), log.key().text())))
                .startsWith("OK: a case file with 5 entries of hotline.example/audit/tlog");
        Path policy = Files.write(temporary.resolve("policy.txt"), inside(zip, "policy.txt"));
        assertThat(AuditVerifier.run(List.of("case", zip.toString(), policy.toString())))
                .startsWith("OK");
        String content = new String(file, StandardCharsets.ISO_8859_1);
        own.forEach(event -> assertThat(content).contains(event.id().toString()));
        assertThat(content).doesNotContain(foreign.id().toString());
        DataExported told = tap.await(DataExported.class, e -> e.subjectId().equals(Optional.of(item)));
        assertThat(told.what()).isEqualTo("court-case-file");
        assertThat(told.purpose()).contains("court");
        assertThat(told.count()).isEqualTo(5);
    }

    @Test
    void a_case_file_is_asked_for_by_item_and_purpose() throws Exception {
        for (String[] bad :
                new String[][] {{"x", "court", "item"}, {UUID.randomUUID().toString(), "fun", "purpose"}}) {
            page(post("/audit/case-file").with(csrf()).param("item", bad[0]).param("purpose", bad[1]))
                    .andExpect(content().string(containsString("href=\"#" + bad[2])));
            mvc.perform(post("/audit/api/case-files")
                            .contextPath("/audit")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"item\":\"" + bad[0] + "\",\"purpose\":\"" + bad[1] + "\"}")
                            .with(jwt().authorities(role("auditor"))))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("#/" + bad[2])));
        }
        page(post("/audit/case-file")
                        .with(csrf())
                        .param("item", UUID.randomUUID().toString())
                        .param("purpose", "court"))
                .andExpect(content().string(containsString("The log has no entry about this item.")));
    }

    @Test
    void the_published_api_is_the_frozen_one() throws Exception {
        String published = json(api("/api/openapi.json")).toPrettyString() + "\n";
        if (Boolean.getBoolean("update.docs")) {
            Files.createDirectories(FROZEN_API.getParent());
            Files.writeString(FROZEN_API, published);
        }
        assertThat(published).isEqualTo(Files.readString(FROZEN_API));
    }

    @Test
    void nobody_else_is_let_in() throws Exception {
        for (String path : List.of(
                "/api/checkpoint",
                "/api/entries",
                "/api/integrity",
                "/api/proofs/consistency",
                "/tlog/checkpoint",
                "/tlog/tile/entries/000")) {
            mvc.perform(get("/audit" + path).contextPath("/audit")).andExpect(status().isUnauthorized());
            mvc.perform(get("/audit" + path)
                            .contextPath("/audit")
                            .with(jwt().authorities(role("analyst"), role("administrator"))))
                    .andExpect(status().isForbidden());
        }
        for (String path :
                List.of("/", "/looks", "/exports", "/integrity", "/case-file", "/about/" + UUID.randomUUID())) {
            mvc.perform(get("/audit" + path)
                            .contextPath("/audit")
                            .with(oidcLogin().authorities(role("analyst"))))
                    .andExpect(status().isForbidden());
        }
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

    private ResultActions refused(String path) throws Exception {
        return mvc.perform(get("/audit" + path).contextPath("/audit").with(jwt().authorities(role("auditor"))))
                .andExpect(status().isBadRequest());
    }

    private ResultActions page(String path) throws Exception {
        return page(get("/audit" + path));
    }

    private ResultActions page(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.contextPath("/audit").with(oidcLogin().authorities(role("auditor"))))
                .andExpect(status().isOk());
    }

    private static JsonNode json(ResultActions answer) throws Exception {
        return JsonMapper.shared().readTree(body(answer));
    }

    private static List<Hash> hashes(JsonNode proof) {
        return proof.get("hashes")
                .valueStream()
                .map(JsonNode::asString)
                .map(Hash::ofBase64)
                .toList();
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
        return reported(item, UUID.randomUUID());
    }

    private static ItemReported reported(UUID item, UUID submission) {
        return new ItemReported(
                item,
                submission,
                LocatorKind.WEB,
                new Sealed("c2VhbGVk"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW);
    }

    private static SubmissionReceived received(UUID submission, UUID... items) {
        return new SubmissionReceived(submission, List.of(items), "form", "en", false, Optional.empty(), NOW);
    }

    private static byte[] inside(Path archive, String name) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.getInputStream(zip.getEntry(name)).readAllBytes();
        }
    }

    private static HoldReleased released(UUID item) {
        return new HoldReleased(item, "person-1", NOW);
    }
}
