// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.openhotline.reportintake.Visitor.json;
import static org.openhotline.reportintake.Visitor.key;
import static org.openhotline.reportintake.Visitor.quoted;
import static org.openhotline.reportintake.Visitor.reference;
import static org.openhotline.reportintake.Visitor.secret;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.chassis.test.EventSender;
import org.openhotline.chassis.test.EventTap;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.event.AssessedItemEvent.ItemClaimed;
import org.openhotline.contracts.event.NoticeEvent.NoticeQueued;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;
import org.openhotline.contracts.event.PurgeEvent.PurgeCompleted;
import org.openhotline.contracts.event.RemovalEvent.ItemRemoved;
import org.openhotline.contracts.event.RemovalEvent.TakedownOpened;
import org.openhotline.contracts.event.ReportedItemEvent;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.event.SubmissionEvent.ReporterContactErased;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionReceived;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.reportintake.contact.EraseContact;
import org.openhotline.reportintake.contact.KeptContact;
import org.openhotline.reportintake.contact.OpenContact;
import org.openhotline.reportintake.item.ReportedItem;
import org.openhotline.reportintake.retention.EraseContacts;
import org.openhotline.reportintake.retention.LegalHolds;
import org.openhotline.reportintake.retention.Purge;
import org.openhotline.reportintake.retention.RunPurge;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

@WholeIntake
class IntakeIT {
    private static final Path FROZEN_API = Path.of("src/main/resources/openapi/report-intake.json");

    @LocalServerPort
    int port;

    @Autowired
    EventTap tap;

    @Autowired
    EventSender sender;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Opening opening;

    @Autowired
    Submissions submissions;

    @Autowired
    Aggregates<ReportedItem> items;

    @Autowired
    CountryProfile country;

    @Autowired
    EraseContact eraseContact;

    @Autowired
    Aggregates<Purge> purges;

    @Autowired
    LegalHolds holds;

    @Autowired
    OpenContact openContact;

    Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
    }

    @AfterEach
    void repair() {
        StoreTrouble.DOWN.set(false);
    }

    @ParameterizedTest
    @CsvSource({
        "en, ltr, Report child sexual abuse online",
        "fr, ltr, Signaler des abus sexuels d’enfants en ligne",
        "ar, rtl, الإبلاغ عن الاعتداء الجنسي على الأطفال على الإنترنت",
        "es, ltr, Denunciar abusos sexuales de niños en internet",
        "ru, ltr, Сообщить о сексуальном насилии над детьми в интернете",
        "zh, ltr, 举报网络上的儿童性侵害内容"
    })
    void the_form_speaks_the_visitors_language_and_asks_nothing_of_the_browser(
            String language, String direction, String title) {
        HttpResponse<String> page = visitor.get("/", "Accept-Language", language);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("lang=\"" + language + "\"", "dir=\"" + direction + "\"", title)
                .contains(country.hotline().emergencyNumber().orElseThrow() + "</a>")
                .doesNotContain("<script", "type=\"file\"", "??");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isLessThan(20_000);
    }

    @Test
    void a_report_from_the_form_becomes_an_item_that_only_the_case_keyset_opens() {
        HttpResponse<String> form = visitor.get("/?lang=fr");
        HttpResponse<String> done = visitor.post(
                "/?lang=fr", Map.of("addresses", "\r\n hxxps://form[.]example.org/a?b=c#d \r\n", "key", key(form)));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("Nous avons reçu votre signalement");

        ItemReported reported = tap.await(ItemReported.class, e -> opens(e, "https://form.example.org/a?b=c#d"));
        SubmissionReceived received =
                tap.await(SubmissionReceived.class, e -> e.submissionId().equals(reported.submissionId()));
        assertThat(received.channel()).isEqualTo("form");
        assertThat(received.language()).isEqualTo("fr");
        assertThat(received.contactGiven()).isFalse();
        assertThat(received.items()).containsExactly(reported.itemId());
        assertThat(reported.kind()).isEqualTo(LocatorKind.WEB);
    }

    @Test
    void a_double_click_gets_the_same_pair_and_is_one_report() throws Exception {
        Map<String, String> answers = Map.of("addresses", "https://double.example.org/", "key", key(visitor.get("/")));
        List<HttpResponse<String>> pages = atOnce(Collections.nCopies(6, () -> new Visitor(port).post("/", answers)));
        assertThat(pages).allSatisfy(page -> assertThat(page.statusCode()).isEqualTo(200));
        assertThat(pages.stream().map(p -> reference(p) + secret(p)).distinct()).hasSize(1);
        UUID item = tap.await(ItemReported.class, e -> opens(e, "https://double.example.org/"))
                .itemId();
        assertThat(items.find(item).orElseThrow().reports()).isEqualTo(1);
    }

    @Test
    void a_form_that_was_changed_after_sending_says_so_and_keeps_the_answers() {
        String key = key(visitor.get("/"));
        visitor.post("/", Map.of("addresses", "https://changed.example.org/1", "key", key));
        HttpResponse<String> again =
                visitor.post("/", Map.of("addresses", "https://changed.example.org/2", "key", key));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Already sent", "https://changed.example.org/2");
        HttpResponse<String> fresh =
                visitor.post("/", Map.of("addresses", "https://changed.example.org/2", "key", key(again)));
        assertThat(fresh.statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_with_mistakes_names_them_all_and_keeps_every_answer() {
        HttpResponse<String> page =
                visitor.post("/", Map.of("addresses", "https://example.org/ok\nno address at all\n<b>n</b> and more"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("Please put this right")
                .contains("Address 2: We cannot read this", "Address 3: We cannot read this")
                .contains("no address at all\n&lt;b&gt;n&lt;/b&gt; and more")
                .doesNotContain("Address 1:", "<b>n</b>");
    }

    @Test
    void while_the_store_is_down_nothing_is_accepted_and_nothing_is_lost() {
        String key = key(visitor.get("/"));
        Map<String, String> answers = Map.of("addresses", "https://down.example.org/", "key", key);
        StoreTrouble.DOWN.set(true);
        HttpResponse<String> page = visitor.post("/", answers);
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("Your report has not been accepted", "https://down.example.org/");
        assertThat(key(page)).isEqualTo(key);
        HttpResponse<String> call = visitor.call("{\"addresses\":[\"https://down.example.org/\"]}");
        assertThat(call.statusCode()).isEqualTo(503);
        assertThat(call.headers().firstValue("Content-Type")).hasValue("application/problem+json");

        StoreTrouble.DOWN.set(false);
        assertThat(visitor.post("/", answers).statusCode()).isEqualTo(200);
        UUID item = tap.await(ItemReported.class, e -> opens(e, "https://down.example.org/"))
                .itemId();
        assertThat(items.find(item).orElseThrow().reports()).isEqualTo(1);
    }

    @Test
    void the_api_gives_a_receipt_and_gives_it_again() {
        String body = "{\"addresses\":[\"https://api.example.org/1\",{\"address\":\"https://api.example.org/2\","
                + "\"kind\":\"web\"}],\"note\":\"words\",\"contact\":null,\"language\":\"ar\"}";
        HttpResponse<String> first = visitor.call(body, "a-random-key-of-the-sender");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(json(first).get("reference").stringValue()).matches("[2-9A-HJKMNP-Z-]{14}");
        assertThat(json(first).get("secret").stringValue()).matches("[2-9A-HJKMNP-Z-]{29}");
        assertThat(json(first).get("status").stringValue()).isEqualTo("received");
        assertThat(visitor.call(body, "a-random-key-of-the-sender").body()).isEqualTo(first.body());

        HttpResponse<String> other =
                visitor.call("{\"addresses\":[\"https://api.example.org/3\"]}", "a-random-key-of-the-sender");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).get("type").stringValue()).isEqualTo("urn:openhotline:problem:key-used");
    }

    @Test
    void the_api_wants_a_key() {
        String body = "{\"addresses\":[\"https://example.org/\"]}";
        HttpResponse<String> without = visitor.raw("/api/submissions", "application/json", body);
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(fields(without)).containsExactly("Idempotency-Key");
        assertThat(without.body()).doesNotContain("null");
        assertThat(fields(visitor.call(body, "too short"))).containsExactly("Idempotency-Key");
    }

    @Test
    void the_api_names_every_field_that_is_wrong_and_repeats_nothing() {
        HttpResponse<String> answer = visitor.call(
                """
                {"addresses": ["https://example.org/", "marked-nonsense", {"address": "https://example.org/", "kind": "marked-kind"},
                  {"address": "https://example.org/\\u0000marked"}, %s],
                 "note": %s, "contact": "marked\\u0007", "language": "marked"}
                """.formatted(quoted("https://example.org/" + "m".repeat(100_000)), quoted("marked".repeat(200_000))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(fields(answer))
                .containsExactly(
                        "addresses[1]",
                        "addresses[2].kind",
                        "addresses[3]",
                        "addresses[4]",
                        "note",
                        "contact",
                        "consent",
                        "language");
        assertThat(json(answer).get("errors").get(1).get("pointer").stringValue())
                .isEqualTo("#/addresses/2/kind");
        assertThat(answer.body()).doesNotContain("marked").hasSizeLessThan(4000);
    }

    @Test
    void the_api_names_what_has_the_wrong_shape() {
        assertThat(fields(visitor.call("[]"))).containsExactly("");
        assertThat(fields(visitor.call("{\"addresses\":\"https://example.org/\",\"marked\":1}")))
                .containsExactly("", "addresses");
        assertThat(fields(visitor.call("{\"addresses\":[7,{\"address\":true,\"marked\":1}],\"note\":{}}")))
                .containsExactly("addresses[0]", "addresses[1]", "addresses[1].address", "note");
        assertThat(fields(visitor.call("{}"))).containsExactly("addresses");
        assertThat(fields(visitor.call("{\"addresses\":[],\"consent\":{\"police\":\"yes\",\"marked\":true}}")))
                .containsExactly("consent", "consent.police");
        assertThat(fields(visitor.call("{\"addresses\":[],\"consent\":true}"))).containsExactly("consent");
        assertThat(visitor.call("{\"marked").statusCode()).isEqualTo(400);
        assertThat(visitor.call("{\"marked").body()).doesNotContain("marked");
    }

    @Test
    void ten_thousand_addresses_are_refused_in_one_sentence() {
        String many = quoted(IntStream.range(0, 10_000)
                .mapToObj(i -> "https://example.org/" + i)
                .toList());
        HttpResponse<String> call = visitor.call("{\"addresses\":" + many + "}");
        assertThat(call.statusCode()).isEqualTo(400);
        assertThat(fields(call)).containsExactly("addresses");
        HttpResponse<String> page = visitor.post("/", Map.of("addresses", "https://example.org/\n".repeat(10_000)));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Please send at most 20 at a time");
    }

    @Test
    void a_megabyte_of_text_is_refused_by_naming_its_field() {
        String text = "n".repeat(1_000_000);
        assertThat(fields(visitor.call("{\"addresses\":[\"https://example.org/\"],\"note\":" + quoted(text) + "}")))
                .containsExactly("note");
        HttpResponse<String> page = visitor.post("/", Map.of("addresses", "https://example.org/" + text));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Address 1: It is too long");
    }

    @Test
    void what_has_to_wait_is_not_kept_where_it_is_longer_than_any_report() {
        HttpResponse<String> page = visitor.post("/", Map.of("ticket", "forged", "note", "\"".repeat(200_000)));
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(visitor.post("/", Map.of("ticket", "forged", "note", "\"")).statusCode())
                .isEqualTo(429);
    }

    @Test
    void files_and_floods_are_refused() {
        HttpResponse<String> file = visitor.raw(
                "/",
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=f; filename=f\r\n\r\n.");
        assertThat(file.statusCode()).isEqualTo(415);
        assertThat(visitor.raw("/", "image/png", ".").statusCode()).isEqualTo(415);
        assertThat(visitor.raw("/", "text/plain", "addresses=https://example.org/")
                        .statusCode())
                .isEqualTo(415);
        assertThat(visitor.raw("/api/submissions", "image/png", ".", "Idempotency-Key", "k".repeat(20))
                        .statusCode())
                .isEqualTo(415);
        assertThat(visitor.call("{\"note\":\"" + "n".repeat(5_000_000) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/api/items", "/queue", "/api", "/v3/api-docs", "/login"})
    void nothing_else_is_there(String path) {
        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void many_reports_of_one_new_address_at_once_are_one_item() throws Exception {
        List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String spelling = i % 2 == 0 ? "https://rush.example.org/x" : "HTTPS://RUSH.example.org:443/x";
            calls.add(() -> new Visitor(port).call("{\"addresses\":[" + quoted(spelling) + "]}"));
        }
        assertThat(atOnce(calls))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        UUID item = tap.await(ItemReported.class, e -> opens(e, "https://rush.example.org/x"))
                .itemId();
        await().until(() -> about(item).size() == 20);
        assertThat(about(item)).hasExactlyElementsOfTypes(ofTypes(1, 19));
        assertThat(items.find(item).orElseThrow().reports()).isEqualTo(20);
    }

    @Test
    void the_status_page_follows_the_item_and_hides_a_police_hold() {
        HttpResponse<String> sent =
                visitor.call("{\"addresses\":[\"https://follow.example.org/\",\"https://stay.example.org/\"]}");
        String reference = json(sent).get("reference").stringValue();
        String secret = json(sent).get("secret").stringValue();
        UUID item = tap.await(ItemReported.class, e -> opens(e, "https://follow.example.org/"))
                .itemId();
        assertThat(statuses(reference, secret)).containsExactly("RECEIVED", "RECEIVED");

        Instant now = Instant.now();
        sender.send(item, new ItemClaimed(item, "analyst", now, now));
        await().until(() -> statuses(reference, secret).equals(List.of("BEING_ASSESSED", "RECEIVED")));

        sender.send(item, new TakedownOpened(item, UUID.randomUUID(), Optional.empty(), Optional.empty(), now));
        UUID notice = UUID.randomUUID();
        sender.send(notice, new NoticeQueued(notice, List.of(item), now));
        assertThat(statuses(reference, secret)).containsExactly("BEING_ASSESSED", "RECEIVED");
        sender.send(notice, new NoticeSent(notice, List.of(item), now));
        await().until(() -> statuses(reference, secret).equals(List.of("ACTED_ON", "RECEIVED")));
        sender.send(item, new ItemRemoved(item, "host", Optional.empty(), now));
        await().until(() -> statuses(reference, secret).equals(List.of("REMOVED", "RECEIVED")));
        assertThat(visitor.post("/status", Map.of("reference", reference, "secret", secret))
                        .body())
                .doesNotContain("follow.example.org");
    }

    @Test
    void a_wrong_pair_learns_nothing_and_a_mistyped_one_is_told_so() {
        String reference = json(visitor.call("{\"addresses\":[\"https://pair.example.org/1\"]}"))
                .get("reference")
                .stringValue();
        JsonNode other = json(visitor.call("{\"addresses\":[\"https://pair.example.org/2\"]}"));
        String otherSecret = other.get("secret").stringValue();
        HttpResponse<String> wrongSecret =
                visitor.post("/status", Map.of("reference", reference, "secret", otherSecret));
        HttpResponse<String> unknown =
                visitor.post("/status", Map.of("reference", "2222-2222-2222", "secret", otherSecret));
        assertThat(wrongSecret.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
        assertThat(withoutTicket(wrongSecret)).isEqualTo(withoutTicket(unknown).replace("2222-2222-2222", reference));

        HttpResponse<String> mistyped = visitor.post("/status", Map.of("reference", "7777-2222-2222", "secret", "x"));
        assertThat(mistyped.statusCode()).isEqualTo(400);
        assertThat(mistyped.body())
                .contains("The reference is missing or has a typing mistake", "The secret is missing");
        assertThat(visitor.get("/status?reference=" + reference + "&secret=" + otherSecret)
                        .body())
                .doesNotContain(otherSecret);
    }

    @Test
    void nothing_that_was_sent_lies_in_the_store_in_clear() {
        HttpResponse<String> sent = visitor.call(
                "{\"addresses\":[\"https://markedhost.example.org/markedpath?markedquery=1\"],"
                        + "\"note\":\"markednote\",\"contact\":\"markedcontact@example.org\",\"consent\":{\"feedback\":true}}",
                "marked-idempotency-key");
        String reference = json(sent).get("reference").stringValue();
        String secret = json(sent).get("secret").stringValue();
        tap.await(ItemReported.class, e -> opens(e, "https://markedhost.example.org/markedpath?markedquery=1"));
        StringBuilder everything = new StringBuilder();
        mongo.getCollectionNames()
                .forEach(name ->
                        mongo.getCollection(name).find().map(Document::toJson).forEach(everything::append));
        assertThat(everything.toString())
                .contains("state", "published")
                .doesNotContain("markedhost", "markedpath", "markedquery", "markednote", "markedcontact")
                .doesNotContain("marked-idempotency-key", reference, secret, secret.replace("-", ""));
    }

    @Test
    void a_contact_is_erased_from_the_store_and_that_is_told() {
        visitor.call(
                "{\"addresses\":[\"https://erase.example.org/\"],\"contact\":\"me\",\"consent\":{\"police\":true}}");
        UUID submission = tap.await(ItemReported.class, e -> opens(e, "https://erase.example.org/"))
                .submissionId();
        KeptContact kept = submissions.find(submission).orElseThrow().contact().orElseThrow();
        assertThat(openContact.open(submission, kept)).hasValue("me");

        new RunPurge(purges, holds, () -> Instant.now().plus(Duration.ofDays(91)))
                .run(new EraseContacts(submissions, eraseContact, Duration.ofDays(90)));
        assertThat(submissions.find(submission).orElseThrow().contact()).isEmpty();
        tap.await(ReporterContactErased.class, e -> e.submissionId().equals(submission));
        tap.await(PurgeCompleted.class, e -> e.rule().equals("contacts") && e.erased() > 0);
        assertThat(openContact.open(submission, kept)).as("of an old backup").isEmpty();
        Document stored = mongo.getCollection("submissions")
                .find(new Document("_id", submission.toString()))
                .first();
        assertThat(stored).isNotNull();
        assertThat(stored.get("state", Document.class)).doesNotContainKey("contact");
    }

    @Test
    void the_published_api_is_the_frozen_one() throws Exception {
        HttpResponse<String> published = visitor.get("/api/openapi.json");
        assertThat(published.statusCode()).isEqualTo(200);
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(FROZEN_API, json(published).toPrettyString() + "\n");
        }
        assertThat(json(published).toPrettyString() + "\n").isEqualTo(Files.readString(FROZEN_API));
    }

    private boolean opens(ItemReported event, String address) {
        try {
            return opening.open(SealedField.address(event.itemId()), event.address())
                    .equals(address);
        } catch (Opening.CannotOpen foreign) {
            return false; // of another test with keys of its own, on the same broker
        }
    }

    private List<ReportedItemEvent> about(UUID item) {
        return tap.events(ReportedItemEvent.class).stream()
                .filter(e -> e.itemId().equals(item))
                .toList();
    }

    private static Class<?>[] ofTypes(int reported, int again) {
        List<Class<?>> types = new ArrayList<>(Collections.nCopies(reported, ItemReported.class));
        types.addAll(Collections.nCopies(again, ItemReportedAgain.class));
        return types.toArray(Class<?>[]::new);
    }

    private List<String> statuses(String reference, String secret) {
        HttpResponse<String> page = visitor.post("/status", Map.of("reference", reference, "secret", secret));
        return java.util.regex.Pattern.compile("data-status=\"([A-Z_]+)\"")
                .matcher(page.body())
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    private static List<String> fields(HttpResponse<String> problem) {
        List<String> fields = new ArrayList<>();
        json(problem)
                .get("errors")
                .forEach(error -> fields.add(error.get("field").stringValue()));
        return fields;
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static String withoutTicket(HttpResponse<String> page) {
        return page.body().replace(Visitor.ticket(page), "");
    }
}
