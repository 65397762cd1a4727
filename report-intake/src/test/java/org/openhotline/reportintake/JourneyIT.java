// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.chassis.test.EventTap;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportAmended;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionAmended;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.report.Theme;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.reference.Reference;
import org.openhotline.reportintake.submission.FormTokens;
import org.openhotline.reportintake.submission.References;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public form from its first page to its last, as a browser without scripts sees it. */
@WholeIntake
class JourneyIT {
    private static final int LARGEST_PAGE = 20_000;
    private static final int LARGEST_JOURNEY = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    EventTap tap;

    @Autowired
    Opening opening;

    @Autowired
    Sealing sealing;

    @Autowired
    Submissions submissions;

    @Autowired
    BlindIndex index;

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
    @ValueSource(strings = {"en", "ar", "es", "fr", "ru", "zh"})
    void every_page_in_every_language_is_small_and_asks_nothing_of_the_browser(String language) throws IOException {
        List<HttpResponse<String>> pages = wholeJourney(language);
        List<HttpResponse<String>> all = new ArrayList<>(pages);
        all.add(visitor.get("/elsewhere?lang=" + language));
        for (LocatorKind kind : LocatorKind.values()) {
            all.add(visitor.get("/?kind=" + kind.wireName() + "&lang=" + language));
        }
        all.add(visitor.get("/status?lang=" + language));
        all.add(visitor.post("/report/where?lang=" + language, Map.of("token", "made up", "ticket", "")));
        int once = onTheWire("/kit/openhotline.css", true)
                + onTheWire("/kit/colours.css", false)
                + onTheWire("/kit/logo", false)
                + onTheWire("/kit/mark.svg", false);
        for (HttpResponse<String> page : all) {
            Document document = Jsoup.parse(page.body());
            assertThat(document.select("html").attr("lang")).isEqualTo(language);
            assertThat(document.select("html").attr("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            assertThat(document.select("h1")).hasSize(1);
            assertThat(document.title()).contains("Demoland Hotline");
            assertThat(document.select("nav [lang]").eachAttr("lang"))
                    .containsExactly("en", "ar", "es", "fr", "ru", "zh");
            assertThat(document.select("input[type=file], iframe, [style], [onclick]"))
                    .isEmpty();
            assertThat(document.select("[href], [src], [action], [formaction]").stream()
                            .flatMap(e -> e.attributes().asList().stream())
                            .filter(a -> List.of("href", "src", "action", "formaction")
                                    .contains(a.getKey()))
                            .map(org.jsoup.nodes.Attribute::getValue))
                    .allMatch(target -> target.matches("(/(?!/)|[?#]|tel:\\+?[0-9]+$).*"));
            assertThat(page.body()).doesNotContain("??");
            assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(onTheWire(page) + once).isLessThan(LARGEST_PAGE);
        }
        int whole = once + pages.stream().mapToInt(JourneyIT::onTheWire).sum();
        System.getLogger("sizes")
                .log(
                        System.Logger.Level.INFO,
                        "{0}: {1} pages, {2} bytes, largest {3}",
                        language,
                        pages.size(),
                        whole,
                        pages.stream().mapToInt(JourneyIT::onTheWire).max().orElse(0));
        assertThat(whole).isLessThan(LARGEST_JOURNEY);
    }

    @Test
    void every_answer_reaches_the_items_and_the_pair_stays_on_every_page() {
        List<HttpResponse<String>> pages = wholeJourney("en");
        assertThat(pages.stream()
                        .skip(1)
                        .map(p -> Visitor.reference(p) + Visitor.secret(p))
                        .distinct())
                .hasSize(1);
        UUID submission = submissionOf(pages.getLast());
        ItemReportAmended last = tap.await(
                ItemReportAmended.class,
                e -> e.submissionId().equals(submission) && e.note().isPresent());
        SealedField note = SealedField.note(last.itemId(), submission);
        SealedField referrer = SealedField.referrer(last.itemId(), submission);
        assertThat(opening.open(note, last.note().orElseThrow())).isEqualTo("a few words");
        assertThat(opening.open(referrer, last.referrer().orElseThrow())).isEqualTo("the third picture");
        assertThat(last.circumstances().theme()).contains(Theme.SEXUAL_EXTORTION);
        assertThat(last.circumstances().childInDanger()).isTrue();
        assertThat(last.circumstances().selfReport()).isTrue();
        await().until(() -> submissions.find(submission).orElseThrow().contact().isPresent());
        assertThat(submissions.find(submission).orElseThrow().amendments().consent())
                .contains(new Consent(true, false));
    }

    @Test
    void danger_shows_every_number_at_once() {
        HttpResponse<String> received = report("https://danger.example.org/1");
        HttpResponse<String> urgent = next(received, "danger", Map.of("answer", "yes"));
        assertThat(texts(urgent, "a[href^=tel:]")).containsExactly("112", "113");
        SubmissionAmended amended =
                tap.await(SubmissionAmended.class, e -> e.submissionId().equals(submissionOf(received)));
        assertThat(amended.answers()).containsExactly("danger");
        assertThat(amended.circumstances().childInDanger()).isTrue();
    }

    @Test
    void a_child_meets_helplines_for_children_first_and_gentle_words_from_there_on() {
        HttpResponse<String> received = report("https://self.example.org/1");
        HttpResponse<String> support = next(received, "self", Map.of("answer", "yes"));
        assertThat(texts(support, "main li strong")).containsExactly("Children listen", "Talk");
        assertThat(support.body()).contains("not your fault");
        HttpResponse<String> note = next(support, "support", Map.of());
        assertThat(texts(note, "h1")).containsExactly("Is there anything you want to tell us?");
        HttpResponse<String> other = next(received, "self", Map.of("answer", "no"));
        assertThat(texts(other, "h1")).containsExactly("What did you see?");
    }

    @Test
    void each_page_can_be_skipped_and_then_nothing_is_stored() {
        HttpResponse<String> page = report("https://skip.example.org/1");
        List<String> titles = new ArrayList<>();
        for (String step : List.of("received", "where", "kind", "danger", "self", "note", "contact")) {
            page = next(page, step, Map.of("skip", "1", "note", "not to be kept", "answer", "yes", "theme", "other"));
            titles.addAll(texts(page, "h1"));
        }
        assertThat(titles)
                .containsExactly(
                        "Where exactly is it?",
                        "What do you think it is?",
                        "Is a child in danger right now?",
                        "Are you the child shown, or are you under 18?",
                        "What did you see?",
                        "May we contact you?",
                        "Thank you");
        assertThat(submissions
                        .find(submissionOf(page))
                        .orElseThrow()
                        .amendments()
                        .count())
                .isZero();
    }

    @Test
    void a_second_click_is_harmless() {
        HttpResponse<String> received = report("https://twice.example.org/1");
        HttpResponse<String> first = next(received, "note", Map.of("note", "words"));
        HttpResponse<String> second = next(received, "note", Map.of("note", "words"));
        assertThat(texts(second, "h1")).isEqualTo(texts(first, "h1"));
        assertThat(submissions
                        .find(submissionOf(received))
                        .orElseThrow()
                        .amendments()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void an_expired_page_says_so_and_shows_the_pair() {
        HttpResponse<String> received = report("https://expired.example.org/1");
        Map<String, String> fields = fields(received);
        FormTokens past = new FormTokens(sealing, opening, () -> Instant.now().minus(Duration.ofHours(3)));
        Reference reference = Reference.read(fields.get("reference")).orElseThrow();
        fields.put("token", past.seal(past.issue(submissionOf(received), false), reference));
        fields.put("note", "too late");
        HttpResponse<String> page = visitor.post("/report/note", fields);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("This page is too old", "Everything you sent before is with us");
        assertThat(Visitor.reference(page)).isEqualTo(Visitor.reference(received));
        assertThat(Visitor.secret(page)).isEqualTo(Visitor.secret(received));
        assertThat(submissions
                        .find(submissionOf(received))
                        .orElseThrow()
                        .amendments()
                        .count())
                .isZero();
    }

    @Test
    void a_forged_page_changes_nothing_and_still_shows_the_pair() {
        HttpResponse<String> mine = report("https://forged.example.org/1");
        UUID submission = submissionOf(mine);
        HttpResponse<String> theirs = report("https://forged.example.org/2");
        Map<String, String> fields = fields(theirs);
        fields.put("token", fields(mine).get("token"));
        fields.put("note", "into another report");
        HttpResponse<String> page = visitor.post("/report/note", fields);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("this answer was not stored");
        assertThat(Visitor.reference(page)).isEqualTo(Visitor.reference(theirs));
        assertThat(submissions.find(submission).orElseThrow().amendments().count())
                .isZero();
        assertThat(visitor.post("/report/note", Map.of("reference", "<b>", "secret", "<i>", "ticket", ""))
                        .body())
                .doesNotContain("<b>", "<i>");
    }

    @Test
    void while_the_store_is_down_an_answer_is_not_claimed_to_be_stored_and_not_lost() {
        HttpResponse<String> received = report("https://later.example.org/1");
        StoreTrouble.DOWN.set(true);
        HttpResponse<String> page = next(received, "note", Map.of("note", "words to keep"));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("This answer is not stored yet", "words to keep");
        assertThat(Visitor.reference(page)).isEqualTo(Visitor.reference(received));
        StoreTrouble.DOWN.set(false);
        assertThat(next(page, "note", Map.of("note", "words to keep")).statusCode())
                .isEqualTo(200);
        assertThat(submissions
                        .find(submissionOf(received))
                        .orElseThrow()
                        .amendments()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_contact_without_a_use_is_sent_back_with_all_that_was_typed() {
        HttpResponse<String> received = report("https://contact.example.org/1");
        HttpResponse<String> page = next(received, "contact", Map.of("contact", "me@example.org"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Please tick what we may use it for", "me@example.org");
        assertThat(texts(page, ".error-summary a")).hasSize(1);
        assertThat(Jsoup.parse(page.body()).select("input[type=checkbox][checked]"))
                .isEmpty();
    }

    @Test
    void words_that_are_too_many_or_cannot_be_read_are_sent_back_at_their_field() {
        HttpResponse<String> received = report("https://words.example.org/1");
        Map.of(
                        "note", "<b>n</b>" + "n".repeat(4000),
                        "referrer", "<b>r</b>" + "r".repeat(2000),
                        "contact", "c".repeat(201))
                .forEach((field, words) -> {
                    String step = field.equals("referrer") ? "where" : field;
                    HttpResponse<String> page = next(received, step, Map.of(field, words, "feedback", "1"));
                    assertThat(page.statusCode()).isEqualTo(400);
                    Document document = Jsoup.parse(page.body());
                    assertThat(document.title()).startsWith("Please put this right");
                    assertThat(document.select(".error-summary a[href=#" + field + "]"))
                            .hasSize(1);
                    assertThat(document.select("#" + field).attr("aria-invalid"))
                            .isEqualTo("true");
                    assertThat(page.body())
                            .contains(words.substring(words.length() - 200))
                            .doesNotContain("<b>");
                });
        assertThat(next(received, "note", Map.of("note", "n\u0007")).body()).contains("invisible control characters");
        assertThat(submissions
                        .find(submissionOf(received))
                        .orElseThrow()
                        .amendments()
                        .count())
                .isZero();
    }

    @Test
    void another_language_takes_the_reporter_to_the_same_page() {
        HttpResponse<String> received = report("https://language.example.org/1");
        HttpResponse<String> danger = next(received, "kind", Map.of("theme", "travel"));
        Element chooser = Jsoup.parse(danger.body()).selectFirst("nav button[lang=ar]");
        assertThat(chooser).isNotNull();
        Map<String, String> fields = new HashMap<>();
        Jsoup.parse(danger.body())
                .select("nav input")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putIfAbsent("ticket", "");
        HttpResponse<String> arabic = visitor.post(chooser.attr("formaction"), fields);
        assertThat(texts(arabic, "h1")).containsExactly("هل هناك طفل في خطر الآن؟");
        assertThat(Visitor.reference(arabic)).isEqualTo(Visitor.reference(received));
    }

    @Test
    void who_opens_a_later_page_by_its_address_is_led_to_the_first() {
        HttpResponse<String> page = visitor.get("/report/danger");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).hasValue("/");
        assertThat(visitor.get("/report/nothing").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "onion | http://aaaqeayeaudaocajbifqydiob4ibceqtcqkrmfyydenbwha5dyp3kead.onion/ | | ONION",
                "app-account | somebody | Chatapp | APP_ACCOUNT",
                "messenger-group | A made-up group | Chatapp | MESSENGER_GROUP",
                "email | somebody@example.org | | EMAIL",
                "phone | +1 202 555 0100 | | PHONE",
                "p2p-hash | magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567 | | P2P_HASH",
                "live-stream | https://live.example.org/1 | | LIVE_STREAM",
                "other | the board behind the station of Exampletown | | OTHER"
            })
    void what_is_no_web_page_is_taken_as_what_it_is(String kind, String place, String app, LocatorKind expected) {
        Map<String, String> fields = new HashMap<>(Map.of("kind", kind, "addresses", place));
        if (app != null) {
            fields.put("app", app);
        }
        HttpResponse<String> page = visitor.post("/", fields);
        assertThat(page.statusCode()).isEqualTo(200);
        UUID submission = submissionOf(page);
        assertThat(tap.await(ItemReported.class, e -> e.submissionId().equals(submission))
                        .kind())
                .isEqualTo(expected);
    }

    @Test
    void what_does_not_fit_its_kind_is_said_in_its_own_words() {
        HttpResponse<String> page = visitor.post("/", Map.of("kind", "phone", "addresses", "555 0100"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("This is not a complete phone number", "555 0100", "value=\"phone\"");
    }

    @Test
    void a_live_stream_says_when_on_the_first_page_and_is_not_asked_again() {
        HttpResponse<String> received = visitor.post(
                "/",
                Map.of("kind", "live-stream", "addresses", "https://live.example.org/2", "seenAt", "Sunday 9:00 UTC"));
        assertThat(texts(next(received, "received", Map.of()), "h1")).containsExactly("What do you think it is?");
    }

    @Test
    void the_country_shows_its_face_and_names_who_may_frame_it() {
        HttpResponse<String> page = visitor.get("/?lang=ar");
        assertThat(page.body()).contains("/kit/logo", "/kit/colours.css", "قانون حماية الطفل");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors https://ministry.example;");
        assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(page.headers().firstValue("Onion-Location").orElseThrow()).endsWith(".onion/");
        assertThat(visitor.get("/kit/colours.css").body()).contains("#7a1f5c", "#3d0a2e");
        assertThat(visitor.get("/kit/logo").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("image/svg+xml");
    }

    /** Every page there is, all answered with yes. */
    private List<HttpResponse<String>> wholeJourney(String language) {
        String lang = "?lang=" + language;
        List<HttpResponse<String>> pages = new ArrayList<>();
        pages.add(visitor.get("/" + lang));
        Map<String, String> first = fields(pages.getFirst());
        first.put("addresses", "https://journey.example.org/" + UUID.randomUUID());
        pages.add(visitor.post("/" + lang, first));
        Map<String, Map<String, String>> answers = new java.util.LinkedHashMap<>();
        answers.put("received", Map.of());
        answers.put("where", Map.of("referrer", "the third picture"));
        answers.put("kind", Map.of("theme", "sexual-extortion"));
        answers.put("danger", Map.of("answer", "yes"));
        answers.put("urgent", Map.of());
        answers.put("self", Map.of("answer", "yes"));
        answers.put("support", Map.of());
        answers.put("note", Map.of("note", "a few words"));
        answers.put("contact", Map.of("contact", "me@example.org", "feedback", "1"));
        answers.forEach((step, answer) -> {
            HttpResponse<String> page = pages.getLast();
            assertThat(Jsoup.parse(page.body()).select("main form").attr("action"))
                    .isEqualTo("/report/" + step + lang);
            pages.add(next(page, step + lang, answer));
        });
        assertThat(pages).allSatisfy(page -> assertThat(page.statusCode()).isEqualTo(200));
        return pages;
    }

    private HttpResponse<String> report(String address) {
        HttpResponse<String> page = visitor.post("/", Map.of("addresses", address));
        assertThat(page.statusCode()).isEqualTo(200);
        return page;
    }

    /** Sends the form of {@code page} as if it were that of {@code step}. */
    private HttpResponse<String> next(HttpResponse<String> page, String step, Map<String, String> answers) {
        Map<String, String> fields = fields(page);
        fields.putAll(answers);
        return visitor.post("/report/" + step, fields);
    }

    private static Map<String, String> fields(HttpResponse<String> page) {
        Map<String, String> fields = new HashMap<>();
        Jsoup.parse(page.body())
                .select("main form input[type=hidden]")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        return fields;
    }

    private static List<String> texts(HttpResponse<String> page, String selector) {
        return Jsoup.parse(page.body()).select(selector).eachText();
    }

    private UUID submissionOf(HttpResponse<String> page) {
        Reference reference = Reference.read(Visitor.reference(page)).orElseThrow();
        return submissions
                .withReference(new References(index).candidates(reference))
                .getFirst()
                .id();
    }

    private int onTheWire(String path, boolean compressed) throws IOException {
        HttpResponse<String> file = visitor.get(path);
        assertThat(file.statusCode()).isEqualTo(200);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (compressed) {
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                zip.write(file.body().getBytes(UTF_8));
            }
        } else {
            bytes.write(file.body().getBytes(UTF_8));
        }
        return bytes.size() + headers(file);
    }

    private static int onTheWire(HttpResponse<String> page) {
        return page.body().getBytes(UTF_8).length + headers(page);
    }

    /** As HTTP/1.1 writes them; later versions write less. */
    private static int headers(HttpResponse<String> page) {
        return Optional.of(page.headers().map()).stream()
                .flatMap(map -> map.entrySet().stream())
                .mapToInt(h -> h.getValue().stream()
                        .mapToInt(v -> h.getKey().length() + v.length() + 4)
                        .sum())
                .sum();
    }
}
