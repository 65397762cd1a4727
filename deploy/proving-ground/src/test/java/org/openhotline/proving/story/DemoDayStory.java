// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.chassis.test.Life;
import org.openhotline.chassis.test.SystemBrowser;
import org.openhotline.local.demo.DemoDay;
import org.openhotline.local.demo.DemoStaff;
import org.openhotline.proving.running.Books;
import org.openhotline.proving.running.RunningHotline;
import org.openhotline.proving.running.Shelf;
import org.openhotline.proving.running.Silence;
import tools.jackson.databind.json.JsonMapper;

/** After {@code ./deploy/up --demo} every page has something true to show; the README's pictures are taken here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf("browserIsThere")
class DemoDayStory {
    private static final int DECIDED = 40;
    private static final String CONTACT = "witness@example.org";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The databases that are lost, and what has to come back. */
    private static final Map<String, List<String>> LOST = Map.of(
            "report-intake", List.of("items", "locators", "submissions", "purges", "inbox-cursors"),
            "assessment", List.of("items", "families", "accesses", "inbox-cursors"),
            "takedown", List.of("removals", "notices", "referrals", "accesses", "inbox-cursors"),
            "needs-assessment", List.of("item-facts", "submission-facts", "inbox-cursors"));

    /** What no event tells, by collection; the tests of each aggregate name it to the last field. */
    private static final Map<String, List<String>> NOT_TOLD = Map.of(
            "report-intake/items", List.of("state.spellings"),
            "report-intake/submissions", List.of("state"),
            // which of two relatives came first is read from when they were reported, not from when that arrived
            "assessment/families", List.of("members"),
            "assessment/items", List.of("state.related", "state.tracing.due", "state.tracing.tries"),
            // a removal follows its notice a moment later than the notice itself
            "takedown/removals", List.of("state.contact", "state.hold.ended.reason", "state.since"),
            "takedown/notices",
                    List.of(
                            "state.attempt",
                            "state.dueAt",
                            "state.enteredContact",
                            "state.items.reportId",
                            "state.problem",
                            "state.resolvedBy",
                            "state.sending",
                            "state.tries"));

    private RunningHotline hotline;
    private Browsers browsers;
    private DemoDay.Receipt receipt = new DemoDay.Receipt("", "");

    static boolean browserIsThere() {
        return SystemBrowser.isThere();
    }

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        hotline = RunningHotline.start(temporary.resolve("data"), "--demo");
        browsers = new Browsers(Pictures.folder("demo"));
    }

    @AfterAll
    void stop() {
        browsers.close();
        hotline.close();
    }

    @Test
    @Order(1)
    void the_same_day_played_again_adds_no_report() throws Exception {
        int received = headline().getFirst();
        receipt = DemoDay.play(hotline.publicOrigin()).orElseThrow();
        assertThat(headline().getFirst()).isEqualTo(received);
    }

    @Test
    @Order(2)
    void the_public_form_and_what_a_reporter_reads_later() {
        Page reporter = browsers.withoutScript();
        reporter.navigate(hotline.publicOrigin() + "/");
        browsers.screen(reporter, "body", "form");
        reporter.navigate(hotline.publicOrigin() + "/status");
        reporter.locator("#reference").fill(receipt.reference());
        reporter.locator("#secret").fill(receipt.secret());
        reporter.locator("main form button").first().click();
        assertThat(reporter.locator("[data-status]").all().stream()
                        .map(line -> line.getAttribute("data-status"))
                        .distinct())
                .hasSizeGreaterThan(1);
        browsers.screen(reporter, "body", "status");
    }

    @Test
    @Order(3)
    void the_queue_is_full_and_one_item_is_with_another_analyst() {
        Page analyst = at("/assessment/", "analyst");
        assertThat(rows(analyst, "main table")).isGreaterThan(10);
        assertThat(card(analyst, "with other analysts")).isEqualTo(1);
        browsers.screen(analyst, "body", "queue");
        analyst.navigate(hotline.staffOrigin() + "/assessment/decisions");
        assertThat(analyst.locator("main tbody").textContent()).contains("Confirmed illegal", "Not illegal");
        browsers.screen(analyst, "body", "decisions");
    }

    @Test
    @Order(4)
    void an_item_is_shown_defanged_with_what_was_found_out_about_its_host() {
        Page analyst = at("/assessment/", "analyst");
        analyst.getByRole(AriaRole.BUTTON, named("Take the next item")).click();
        analyst.getByRole(AriaRole.BUTTON, named("Reveal the address")).click();
        assertThat(analyst.locator(".defanged").first().textContent()).startsWith("hxxp");
        browsers.screen(analyst, section("address"), "item");
        analyst.getByRole(AriaRole.BUTTON, named("Give it back undecided")).click();
    }

    @Test
    @Order(5)
    void the_police_desk_has_what_waits_what_is_held_and_what_was_released() {
        Page liaison = at("/takedown/police/", "liaison");
        assertThat(rows(liaison, section("waiting"))).isGreaterThan(2);
        assertThat(rows(liaison, section("taken"))).isGreaterThan(10);
        assertThat(liaison.locator(section("taken")).textContent()).contains("notice on hold", "host notified");
        browsers.screen(liaison, "body", "police");
    }

    @Test
    @Order(6)
    void the_takedown_desk_has_something_in_each_of_its_lists() {
        Page officer = at("/takedown/", "officer");
        for (String list : List.of("needs", "waiting", "hold", "removed")) {
            assertThat(rows(officer, section(list))).as(list).isPositive();
        }
        assertThat(officer.locator(section("needs")).textContent()).contains("disputes the notice");
        browsers.screen(officer, "body", "takedown");
        assertThat(hotline.mailbox().notices()).hasSizeGreaterThan(5);
    }

    @Test
    @Order(7)
    void the_log_has_it_all_and_proves_it() throws Exception {
        Page auditor = at("/audit/", "auditor");
        assertThat(rows(auditor, "main table")).isGreaterThan(10);
        browsers.screen(auditor, "[aria-label=Entries]", "log");
        auditor.locator("main table a:has-text('and its proof')").first().click();
        browsers.screen(auditor, "body", "entry");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hotline.verifyLog()).startsWith("OK:"));
    }

    @Test
    @Order(8)
    void the_funnel_narrows_and_each_clock_has_something_to_say() {
        List<Integer> funnel = headline();
        assertThat(funnel).hasSize(5).allMatch(n -> n > 0).isSortedAccordingTo((a, b) -> b - a);
        assertThat(funnel.get(1)).as("assessed").isEqualTo(DECIDED);
        Page assessor = at("/needs-assessment/", "assessor");
        assertThat(assessor.locator("[aria-label='The four clocks'] td.number:nth-child(4)")
                        .allTextContents())
                .as("items over")
                .hasSize(4)
                .allMatch(n -> number(n) > 0);
        browsers.screen(assessor, ".cards", "figures");
        browsers.screen(assessor, "h2:has-text('How long it took')", "clocks");
    }

    @Test
    @Order(9)
    void the_staff_finds_its_work_done_when_the_day_is_played_again() throws Exception {
        DemoStaff.play(hotline.staffOrigin(), hotline.mailboxOrigin());
        assertThat(headline().get(1)).as("assessed").isEqualTo(DECIDED);
    }

    @Test
    @Order(10)
    void the_desk_for_reports_leads_from_a_reference_to_the_reporter_without_barriers() {
        Page analyst = at("/report-intake/", "analyst");
        looksRight(analyst, "reports-home");
        for (String page : List.of("reports/new", "imports")) {
            analyst.navigate(hotline.staffOrigin() + "/report-intake/" + page);
            looksRight(analyst, "reports-" + page.replace("reports/", ""));
        }
        analyst.navigate(hotline.staffOrigin() + "/report-intake/submissions");
        looksRight(analyst, "reports-find");
        String report = report(analyst, receipt.reference());
        looksRight(analyst, "reports-one");
        analyst.navigate(report + "/messages");
        looksRight(analyst, "reports-messages");

        Page liaison = at(path(report) + "/hold", "liaison");
        looksRight(liaison, "reports-hold");
    }

    @Test
    @Order(11)
    void two_people_together_open_a_contact_once_without_barriers() {
        String report = report(at("/report-intake/", "analyst"), reportedWithContact());
        Page liaison = at(path(report) + "/disclosures", "liaison");
        looksRight(liaison, "reports-disclosures");
        liaison.locator("main form button").click();
        assertThat(liaison.locator(".error-summary").textContent()).contains("Nothing was asked");
        looksRight(liaison, "reports-disclosures-wrong");
        liaison.locator("#reason").fill("The reporter may know who runs the page");
        liaison.locator("main form button").click();
        String request = liaison.url();
        looksRight(liaison, "reports-disclosure-asked");

        Page senior = at("/report-intake/disclosures", "senior");
        assertThat(rows(senior, "main table")).isEqualTo(1);
        looksRight(senior, "reports-requests");
        senior.navigate(request);
        looksRight(senior, "reports-disclosure-decide");
        senior.getByRole(AriaRole.BUTTON, named("Approve")).click();
        assertThat(senior.locator("main").textContent()).doesNotContain(CONTACT);

        liaison.navigate(request);
        liaison.getByRole(AriaRole.BUTTON, named("Show the contact")).click();
        assertThat(liaison.locator("#contact").textContent()).isEqualTo(CONTACT);
        looksRight(liaison, "reports-disclosure-shown");
        liaison.navigate(request);
        assertThat(liaison.locator("main").textContent()).doesNotContain(CONTACT);
    }

    @Test
    @Order(12)
    void the_auditor_asks_who_looked_what_left_and_whether_the_log_is_sound_without_barriers() {
        Page auditor = at("/audit/looks", "auditor");
        assertThat(rows(auditor, "main table")).isGreaterThan(10);
        looksRight(auditor, "audit-looks");
        for (String page : List.of("exports", "integrity", "case-file")) {
            auditor.navigate(hotline.staffOrigin() + "/audit/" + page);
            looksRight(auditor, "audit-" + page);
        }
        auditor.navigate(hotline.staffOrigin() + "/audit/?type=openhotline.removal.removed.v1");
        auditor.locator("main td a[href*='/about/']").first().click();
        assertThat(auditor.locator("main tbody").textContent()).contains("Confirmed as illegal", "Removed");
        looksRight(auditor, "audit-item");
        auditor.navigate(hotline.staffOrigin() + "/audit/?from=never");
        looksRight(auditor, "audit-error");
    }

    /** The last of all: it is down afterwards. */
    @Test
    @Order(13)
    void databases_that_are_lost_are_made_again_from_the_log_and_nothing_happens_twice() throws Exception {
        try (Books books = new Books(hotline, PATIENCE)) {
            books.awaitEverythingPublished();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hotline.verifyLog()).startsWith("OK:"));
        hotline.close();
        Map<String, Map<String, Document>> before = new TreeMap<>();
        try (Shelf shelf = hotline.shelf()) {
            before.putAll(told(shelf));
            LOST.keySet()
                    .forEach(service ->
                            assertThat(shelf.untold(service)).as(service).isZero());
            LOST.keySet().forEach(shelf::lose);
            assertThat(told(shelf).values()).allMatch(Map::isEmpty);
        }
        Path outside = Files.copy(
                hotline.data().resolve("audit/checkpoint"), hotline.data().resolve("tmp/outside"));
        try (Silence silence = hotline.silence()) {
            hotline.rebuild("--all", "--checkpoint", outside.toString());
            assertThat(silence.calls()).isEmpty();
        }
        try (Shelf shelf = hotline.shelf()) {
            Map<String, Map<String, Document>> after = told(shelf);
            before.forEach((collection, documents) -> {
                Set<String> differ = new TreeSet<>();
                assertThat(after.get(collection).keySet()).as(collection).isEqualTo(documents.keySet());
                documents.forEach((id, document) -> differ.addAll(
                        Life.differences(document, after.get(collection).get(id))));
                differ.removeIf(field -> NOT_TOLD.getOrDefault(collection, List.of()).stream()
                        .anyMatch(known -> field.equals(known) || field.startsWith(known + ".")));
                assertThat(differ).as(collection).isEmpty();
            });
            LOST.keySet()
                    .forEach(service ->
                            assertThat(shelf.untold(service)).as(service).isZero());
        }
        assertThat(hotline.verifyLog()).startsWith("OK:");
    }

    private static Map<String, Map<String, Document>> told(Shelf shelf) {
        Map<String, Map<String, Document>> all = new TreeMap<>();
        LOST.forEach((service, collections) -> collections.forEach(collection -> {
            Map<String, Document> documents = shelf.documents(service, collection);
            documents
                    .values()
                    .forEach(document -> List.of("version", "relayEpoch").forEach(document::remove));
            all.put(service + "/" + collection, documents);
        }));
        return all;
    }

    /** @return its reference */
    private String reportedWithContact() {
        Page reporter = browsers.withoutScript();
        APIResponse answer = reporter.request()
                .post(
                        hotline.publicOrigin() + "/api/submissions",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setHeader("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                                .setData(Map.of(
                                        "addresses",
                                        List.of("https://example.com/seen-by-a-witness"),
                                        "contact",
                                        CONTACT,
                                        "consent",
                                        Map.of("feedback", true, "police", true))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.text()).path("reference").asString();
    }

    private String path(String page) {
        return page.substring(hotline.staffOrigin().length());
    }

    /** Finds a report, and returns where it is. */
    private String report(Page analyst, String reference) {
        analyst.navigate(hotline.staffOrigin() + "/report-intake/submissions");
        analyst.locator("[name=find]").fill(reference);
        analyst.locator("main form button").first().click();
        assertThat(analyst.url()).contains("/report-intake/submissions/");
        return analyst.url();
    }

    private void looksRight(Page page, String picture) {
        assertThat(Browsers.barriers(page)).as(picture).isEmpty();
        browsers.screen(page, "body", picture);
    }

    /** Received, assessed, illegal, notified, removed. */
    private List<Integer> headline() {
        Page assessor = at("/needs-assessment/", "assessor");
        try {
            return assessor.locator(".cards b").allTextContents().stream()
                    .map(DemoDayStory::number)
                    .toList();
        } finally {
            assessor.context().close();
        }
    }

    private Page at(String path, String person) {
        Page page = browsers.person();
        page.navigate(hotline.staffOrigin() + path);
        page.locator("#username").fill(person);
        page.locator("#password").fill("demo-" + person);
        page.locator("#kc-login").click();
        assertThat(page.url()).startsWith(hotline.staffOrigin());
        return page;
    }

    private static String section(String name) {
        return "section[aria-labelledby=" + name + "]";
    }

    private static int rows(Page page, String within) {
        return page.locator(within).first().locator("tbody tr").count();
    }

    private static int card(Page page, String label) {
        return number(page.locator(".cards li:has-text('" + label + "') b").textContent());
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", "").strip());
    }

    private static Page.GetByRoleOptions named(String text) {
        return new Page.GetByRoleOptions().setName(text);
    }
}
