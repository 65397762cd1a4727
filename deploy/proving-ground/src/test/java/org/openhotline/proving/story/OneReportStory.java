// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.verify.AuditVerifier;
import org.openhotline.chassis.test.SystemBrowser;
import org.openhotline.proving.running.CaughtNotice;
import org.openhotline.proving.running.OrdinaryHotline;
import org.openhotline.proving.running.RunningHotline;

/** The twelve stops of docs/follow-a-report.md, walked by people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf("browserIsThere")
@ExtendWith(OrdinaryHotline.class)
@Order(Order.DEFAULT + 1)
class OneReportStory {
    private static final String ADDRESS = "http://files.northwind.example/gallery/one?page=2";
    private static final String DEFANGED = "hxxp://files[.]northwind[.]example/gallery/one?page=2";
    /** Received, assessed, illegal, notified, removed. */
    private static final int FUNNEL_STEPS = 5;

    private static final Pattern LOG_ENTRY = Pattern.compile("Log entry: +([0-9a-f-]{36})");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Path folder;
    private RunningHotline hotline;
    private Browsers browsers;
    private Page reporter;
    private Page analyst;
    private Page liaison;
    private Page officer;
    private Page auditor;
    private String reference = "";
    private String secret = "";
    private CaughtNotice notice;

    static boolean browserIsThere() {
        return SystemBrowser.isThere();
    }

    @BeforeAll
    void start(RunningHotline ordinary, @TempDir Path temporary) throws IOException {
        folder = temporary;
        hotline = ordinary;
        browsers = new Browsers(Pictures.folder());
        reporter = browsers.withoutScript();
        analyst = browsers.person();
        liaison = browsers.person();
        officer = browsers.person();
        auditor = browsers.person();
    }

    @AfterAll
    void stop() {
        browsers.close();
    }

    @Test
    @Order(1)
    void a_member_of_the_public_reports_an_address_without_any_script() {
        reporter.navigate(hotline.publicOrigin() + "/");
        browsers.picture(reporter, "public-form");
        reporter.getByLabel("Where did you see it?").fill(ADDRESS);
        reporter.getByRole(AriaRole.BUTTON, named("Send the report")).click();
        reference = reporter.locator("#reference").textContent();
        secret = reporter.locator("#secret").textContent();
        assertThat(reference).isNotBlank();
        browsers.picture(reporter, "public-received");
        button(reporter, "Go to the questions").click();
        reporter.getByLabel("Where exactly is it?").fill("The second picture on the page.");
        button(reporter, "Continue").click();
        button(reporter, "Skip this question").click();
        button(reporter, "Skip this question").click();
        button(reporter, "Skip this question").click();
        reporter.getByLabel("What did you see?").fill("Came up in a search for something else.");
        browsers.picture(reporter, "public-note");
        button(reporter, "Continue").click();
        assertThat(reporter.locator("#reference").textContent()).isEqualTo(reference);
        assertThat(reporter.context().cookies()).isEmpty();
    }

    @Test
    @Order(2)
    void what_is_no_address_is_refused_with_a_message_at_the_field_and_nothing_lost() {
        Page hasty = browsers.withoutScript();
        hasty.navigate(hotline.publicOrigin() + "/");
        hasty.getByLabel("Where did you see it?").fill("I saw something bad");
        hasty.getByRole(AriaRole.BUTTON, named("Send the report")).click();
        assertThat(hasty.locator(".error-summary").isVisible()).isTrue();
        assertThat(hasty.getByLabel("Where did you see it?").inputValue()).isEqualTo("I saw something bad");
        browsers.picture(hasty, "public-refused");
        hasty.context().close();
    }

    @Test
    @Order(3)
    void an_analyst_takes_the_item_looks_once_and_decides() {
        logIn(analyst, "/assessment/", "analyst");
        await().atMost(PATIENCE).until(() -> {
            analyst.navigate(hotline.staffOrigin() + "/assessment/");
            return button(analyst, "Take the next item").count() > 0;
        });
        assertThat(analyst.content()).doesNotContain("northwind");
        browsers.picture(analyst, "analyst-queue");
        button(analyst, "Take the next item").click();
        assertThat(analyst.content()).doesNotContain("northwind");
        button(analyst, "Reveal the address").click();
        assertThat(analyst.locator(".defanged").first().textContent()).isEqualTo(DEFANGED);
        assertThat(analyst.locator("a[href*='northwind']").count()).isZero();
        browsers.picture(analyst, "analyst-item");
        analyst.locator("input[name=choice][value^=ILLEGAL]").first().check();
        button(analyst, "Store the decision").click();
        browsers.picture(analyst, "analyst-decided");
    }

    @Test
    @Order(4)
    void during_the_police_hold_the_reporter_reads_being_assessed() {
        awaitStatus("BEING_ASSESSED");
        browsers.picture(reporter, "public-status");
        assertThat(hotline.mailbox().notices()).isEmpty();
    }

    @Test
    @Order(5)
    void the_liaison_officer_takes_the_referral_over_and_releases_the_notice() {
        logIn(liaison, "/takedown/police/", "liaison");
        await().atMost(PATIENCE).until(() -> {
            liaison.navigate(hotline.staffOrigin() + "/takedown/police/");
            return liaison.locator("main table a").count() > 0;
        });
        browsers.picture(liaison, "police-desk");
        liaison.locator("main table a").first().click();
        button(liaison, "Show the package").click();
        assertThat(liaison.locator(".defanged").first().textContent()).isEqualTo(DEFANGED);
        browsers.picture(liaison, "police-referral");
        button(liaison, "Take over").click();
        liaison.locator("input[name=release]").first().check();
        button(liaison, "Release the notice").click();
        assertThat(button(liaison, "Release the notice").count()).isZero();
    }

    @Test
    @Order(6)
    void the_host_receives_a_notice_that_stands_alone_and_a_machine_can_read() {
        await().atMost(PATIENCE).until(() -> hotline.mailbox().notices().size() == 1);
        notice = hotline.mailbox().notices().getFirst();
        assertThat(notice.contentType()).contains("multipart/report").contains("feedback-report");
        assertThat(notice.subject()).doesNotContain("/gallery");
        assertThat(notice.text()).contains(DEFANGED);
        assertThat(notice.xarf().get("category").asString()).isEqualTo("content");
        assertThat(notice.xarf().get("type").asString()).isEqualTo("csam");
        assertThat(notice.xarf().get("url").asString()).isEqualTo(ADDRESS);
        assertThat(notice.xarf().has("evidence")).isFalse();
        awaitStatus("ACTED_ON");
    }

    @Test
    @Order(7)
    void the_officer_sees_the_host_at_work_with_the_clock_running() {
        logIn(officer, "/takedown/", "officer");
        assertThat(officer.locator("section[aria-labelledby=waiting] table a").count())
                .isEqualTo(1);
        browsers.picture(officer, "officer-desk");
        officer.locator("section[aria-labelledby=waiting] table a").first().click();
        browsers.picture(officer, "officer-item");
    }

    @Test
    @Order(8)
    void the_host_answers_once_through_its_link_and_the_item_is_removed() {
        Page host = browsers.withoutScript();
        host.navigate(notice.answerLink());
        browsers.picture(host, "host-answer");
        host.locator("input[name=answer][value=REMOVED]").check();
        button(host, "Send the answer").click();
        assertThat(host.content()).contains("Thank you");
        host.navigate(notice.answerLink());
        assertThat(host.content()).contains("This link does not work");
        host.context().close();
        await().atMost(PATIENCE).until(() -> {
            officer.navigate(hotline.staffOrigin() + "/takedown/");
            return officer.locator("section[aria-labelledby=removed] table a").count() == 1;
        });
        awaitStatus("REMOVED");
    }

    @Test
    @Order(9)
    void the_auditor_finds_every_step_once_and_proves_it_without_trusting_the_log() throws Exception {
        logIn(auditor, "/audit/", "auditor");
        await().atMost(PATIENCE).until(() -> {
            auditor.navigate(hotline.staffOrigin() + "/audit/");
            return auditor.locator("main tbody").count() == 1
                    && auditor.locator("main tbody").textContent().contains("Removed");
        });
        browsers.picture(auditor, "auditor-log");
        assertThat(auditor.content()).doesNotContain("northwind");
        assertThat(hotline.verifyLog()).startsWith("OK:");
        String key = auditor.locator("details pre").textContent().strip();
        assertThat(key).isEqualTo(hotline.verifierKey());
        auditor.locator("main table a:has-text('and its proof')").first().click();
        browsers.picture(auditor, "auditor-entry");
        Path proof = keep(auditor.url() + "/proof", "entry.tlog-proof");
        Path leaf = keep(auditor.url() + "/leaf", "entry.json");
        assertThat(AuditVerifier.run(List.of("receipt", proof.toString(), leaf.toString(), key)))
                .startsWith("OK:");
    }

    @Test
    @Order(10)
    void the_decision_that_the_notice_names_has_a_receipt_and_a_court_gets_the_whole_case_in_one_file()
            throws Exception {
        Matcher named = LOG_ENTRY.matcher(notice.text());
        assertThat(named.find()).isTrue();
        auditor.navigate(hotline.staffOrigin() + "/audit/entries/" + named.group(1));
        assertThat(auditor.locator("main dl").textContent()).contains("Confirmed as illegal");
        Path proof = keep(auditor.url() + "/proof", "decision.tlog-proof");
        Path leaf = keep(auditor.url() + "/leaf", "decision.json");
        assertThat(AuditVerifier.run(List.of("receipt", proof.toString(), leaf.toString(), hotline.verifierKey())))
                .startsWith("OK:");

        auditor.locator("main dd a[href*='/about/']").first().click();
        browsers.picture(auditor, "auditor-item");
        auditor.getByText("Make a case file of it").click();
        auditor.getByLabel("A court asked for it").check();
        browsers.picture(auditor, "auditor-case-file");
        Download download = auditor.waitForDownload(
                () -> button(auditor, "Make the case file").click());
        Path file = folder.resolve("case.zip");
        download.saveAs(file);
        assertThat(AuditVerifier.run(List.of("case", file.toString(), hotline.verifierKey())))
                .startsWith("OK: a case file with ");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("openhotline.submission.received.v1", "openhotline.notice.sent.v1", "address-revealed")
                .doesNotContain("northwind", "gallery");
    }

    @Test
    @Order(11)
    void the_ministry_reads_the_funnel_and_the_clocks() {
        Page assessor = browsers.person();
        logIn(assessor, "/needs-assessment/", "assessor");
        await().atMost(PATIENCE).until(() -> {
            assessor.navigate(hotline.staffOrigin() + "/needs-assessment/");
            return funnel(assessor).stream().filter("1"::equals).count() >= FUNNEL_STEPS;
        });
        browsers.picture(assessor, "ministry-figures");
        assertThat(Browsers.barriers(assessor)).isEmpty();
    }

    @Test
    @Order(12)
    void each_role_enters_its_own_rooms_only() {
        assertThat(status(analyst, "/takedown/")).isEqualTo(403);
        assertThat(status(analyst, "/takedown/police/")).isEqualTo(403);
        assertThat(status(analyst, "/audit/")).isEqualTo(403);
        assertThat(status(liaison, "/assessment/")).isEqualTo(403);
        assertThat(status(auditor, "/assessment/")).isEqualTo(403);
        assertThat(status(officer, "/takedown/police/")).isEqualTo(403);
        browsers.picture(analyst, "refused");
    }

    @Test
    @Order(13)
    void the_log_knows_who_came_in_and_who_was_refused() {
        for (String told :
                List.of("identity.logged-in", "access.denied", "access.data-exported", "configuration.changed")) {
            await(told).atMost(PATIENCE).until(() -> {
                auditor.navigate(hotline.staffOrigin() + "/audit/?type=openhotline." + told + ".v1");
                return auditor.locator("main table a:has-text('and its proof')").count() > 0;
            });
        }
    }

    @Test
    @Order(14)
    void no_page_has_a_barrier_that_axe_can_find() {
        for (Page page : List.of(analyst, liaison, officer, auditor)) {
            page.navigate(page.url());
            assertThat(Browsers.barriers(page)).as(page.url()).isEmpty();
        }
        Page visitor = browsers.person();
        for (String language : List.of("en", "fr", "ar")) {
            for (String path : List.of("/", "/status")) {
                visitor.navigate(hotline.publicOrigin() + path + "?lang=" + language);
                assertThat(Browsers.barriers(visitor)).as(visitor.url()).isEmpty();
                assertThat(visitor.locator("html").getAttribute("dir"))
                        .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            }
        }
        browsers.picture(visitor, "public-status-ar");
        visitor.context().close();
    }

    @Test
    @Order(15)
    void logging_out_once_ends_every_session() {
        logIn(auditor, "/audit/", "auditor");
        button(auditor, "Log out").click();
        auditor.navigate(hotline.staffOrigin() + "/audit/");
        assertThat(auditor.locator("#kc-form-login").count()).isEqualTo(1);
    }

    private void logIn(Page page, String path, String person) {
        page.navigate(hotline.staffOrigin() + path);
        if (page.locator("#kc-form-login").count() > 0) {
            page.locator("#username").fill(person);
            page.locator("#password").fill("demo-" + person);
            page.locator("#kc-login").click();
        }
        assertThat(page.url()).startsWith(hotline.staffOrigin());
    }

    private void awaitStatus(String expected) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            reporter.navigate(hotline.publicOrigin() + "/status");
            reporter.locator("#reference").fill(reference);
            reporter.locator("#secret").fill(secret);
            reporter.locator("main form button").first().click();
            assertThat(reporter.url()).doesNotContain(reference);
            assertThat(reporter.locator("[data-status]").getAttribute("data-status"))
                    .isEqualTo(expected);
        });
    }

    /** The numbers of the funnel, top to bottom. */
    private List<String> funnel(Page page) {
        return page.locator("main table").first().locator("tbody td.number").allTextContents();
    }

    private int status(Page page, String path) {
        return page.navigate(hotline.staffOrigin() + path).status();
    }

    private Path keep(String url, String name) throws IOException {
        APIResponse answer = auditor.request().get(url);
        assertThat(answer.status()).as(url).isEqualTo(200);
        return Files.write(folder.resolve(name), answer.body());
    }

    private static Locator button(Page page, String text) {
        return page.getByRole(AriaRole.BUTTON, named(text));
    }

    private static Page.GetByRoleOptions named(String text) {
        return new Page.GetByRoleOptions().setName(text);
    }
}
