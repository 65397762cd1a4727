// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.chassis.test.SystemBrowser;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public form as people meet it: with and without scripts, by keyboard, on a small telephone, read aloud. */
@WholeIntake
@EnabledIf("browserIsThere")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {
    private static final int DESK = 1100;
    /** WCAG 2.2, 1.4.10: as wide as 1280 pixels at a zoom of 400 %. */
    private static final int TELEPHONE = 320;

    @LocalServerPort
    int port;

    private Reader reader;

    static boolean browserIsThere() {
        return SystemBrowser.isThere();
    }

    @BeforeAll
    void open() {
        reader = new Reader(origin());
    }

    @AfterAll
    void close() {
        reader.close();
    }

    @ParameterizedTest
    @CsvSource({"en, true", "en, false", "ar, true", "ar, false"})
    void the_whole_journey_works_with_scripts_and_without_in_both_directions(String language, boolean script) {
        Page page = reader.page(script, DESK);
        List<String> titles = new ArrayList<>();
        walk(page, language, p -> titles.add(p.locator("h1").textContent()));
        assertThat(titles).hasSize(11).doesNotHaveDuplicates();
        String reference = page.locator("#reference").textContent();
        String secret = page.locator("#secret").textContent();
        page.navigate(origin() + "/status?lang=" + language);
        page.locator("#reference").fill(reference);
        page.locator("#secret").fill(secret);
        page.locator("main form button").first().click();
        assertThat(page.locator("[data-status]").getAttribute("data-status")).isEqualTo("RECEIVED");
        assertThat(page.context().cookies()).isEmpty();
        assertThat(reader.requestsElsewhere()).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "es", "fr", "ru", "zh"})
    void no_page_in_any_language_has_a_barrier_that_axe_can_find(String language) {
        Page page = reader.page(true, DESK);
        walk(
                page,
                language,
                p -> assertThat(Reader.barriers(p))
                        .as(p.locator("h1").textContent())
                        .isEmpty());
        // The pages for the kinds of places differ in their words alone; these two have all the fields there are.
        for (String other : List.of("/elsewhere?", "/status?", "/?kind=app-account&", "/?kind=live-stream&")) {
            page.navigate(origin() + other + "lang=" + language);
            assertThat(Reader.barriers(page)).as(other).isEmpty();
        }
        page.locator("main form button").first().click();
        assertThat(page.locator(".error-summary").isVisible()).isTrue();
        assertThat(Reader.barriers(page)).as("refused").isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "ru"})
    void nothing_is_wider_than_a_small_telephone_and_what_is_read_first_stands_first(String language) {
        Page page = reader.page(true, TELEPHONE);
        walk(page, language, p -> {
            String name = p.locator("h1").textContent();
            assertThat(p.evaluate("document.documentElement.scrollWidth"))
                    .as(name)
                    .isEqualTo(TELEPHONE);
            assertThat(outOfOrder(p)).as(name).isEmpty();
        });
        page.context().close();
    }

    @Test
    void a_screen_reader_says_things_in_the_order_of_their_use() {
        Page page = reader.page(false, DESK);
        page.navigate(origin() + "/?lang=en");
        assertThat(page.locator("body").ariaSnapshot())
                .containsSubsequence(
                        "link \"Skip to the content\"",
                        "navigation \"Language\"",
                        "heading \"Report child sexual abuse online\" [level=1]",
                        "Is a child in danger right now?",
                        "link \"112\"",
                        "Please do not search for more",
                        "Please do not save, copy or forward",
                        "Please do not send pictures",
                        "heading \"Your report\" [level=2]",
                        "textbox \"Where did you see it?\"",
                        "button \"Send the report\"",
                        "link \"It is not a web page",
                        "keeps no cookies");
        page.locator("#addresses").fill("nothing like an address");
        page.locator("main form button").click();
        assertThat(page.title()).startsWith("Please put this right");
        assertThat(page.locator("body").ariaSnapshot())
                .containsSubsequence(
                        "alert",
                        "heading \"Please put this right\"",
                        "link \"Address 1",
                        "textbox \"Where did you see it?\"");
        assertThat(page.locator("#addresses").getAttribute("aria-describedby"))
                .isEqualTo("addresses-hint addresses-error-0");
        page.context().close();
    }

    @Test
    void a_keyboard_is_enough() {
        Page page = reader.page(false, DESK);
        page.navigate(origin() + "/?lang=en");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").textContent()).isEqualTo("Skip to the content");
        page.keyboard().press("Enter");
        tabTo(page, "#addresses");
        page.keyboard().type("https://keyboard.example.org/" + UUID.randomUUID());
        tabTo(page, "main form button");
        page.keyboard().press("Enter");
        page.waitForURL(url -> page.locator("#reference").count() > 0);
        tabTo(page, "main form button");
        page.keyboard().press("Enter");
        page.locator("#referrer").waitFor();
        tabTo(page, "#referrer");
        page.keyboard().type("second row");
        tabTo(page, "button[name=skip]");
        page.keyboard().press("Enter");
        page.locator("[name=theme]").first().waitFor();
        tabTo(page, "[name=theme]");
        page.keyboard().press("Space");
        assertThat(page.locator("[name=theme]").first().isChecked()).isTrue();
        page.keyboard().press("Enter");
        page.locator("#yes").waitFor();
        assertThat(page.locator("h1").textContent()).isEqualTo("Is a child in danger right now?");
        page.context().close();
    }

    @Test
    void another_language_is_a_click_away_on_every_page_and_loses_nothing() {
        Page page = reader.page(false, DESK);
        page.navigate(origin() + "/?lang=en");
        page.locator("nav [lang=fr]").click();
        page.locator("#addresses").fill("https://chooser.example.org/" + UUID.randomUUID());
        page.locator("main form button").click();
        String reference = page.locator("#reference").textContent();
        for (String language : List.of("ar", "es", "ru", "zh", "en")) {
            page.locator("nav [lang=" + language + "]").click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.locator("#reference").textContent()).isEqualTo(reference);
        }
        assertThat(page.locator("h1").textContent()).isEqualTo("We have received your report");
        page.context().close();
    }

    /** Every page of the journey, all answered with yes; shows each to {@code look} before it is sent. */
    private void walk(Page page, String language, Consumer<Page> look) {
        page.navigate(origin() + "/?lang=" + language);
        look.accept(page);
        page.locator("#addresses").fill("https://walk.example.org/" + UUID.randomUUID());
        send(page);
        List<Map<String, String>> answers = List.of(
                Map.of(),
                Map.of("#referrer", "second row"),
                Map.of("#grooming", ""),
                Map.of("#yes", ""),
                Map.of(),
                Map.of("#yes", ""),
                Map.of(),
                Map.of("#note", "words"),
                Map.of("#contact", "me@example.org", "#feedback", ""));
        for (Map<String, String> answer : answers) {
            look.accept(page);
            answer.forEach((field, text) -> {
                Locator input = page.locator(field);
                if (text.isEmpty()) {
                    input.check();
                } else {
                    input.fill(text);
                }
            });
            send(page);
        }
        look.accept(page);
    }

    private static void send(Page page) {
        page.locator("main form button").first().click();
    }

    private static void tabTo(Page page, String wanted) {
        for (int i = 0; i < 40; i++) {
            if (page.locator(wanted + ":focus").count() > 0) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + wanted);
    }

    /** Texts and controls that stand above what comes before them in the order of reading. */
    @SuppressWarnings("unchecked")
    private static List<String> outOfOrder(Page page) {
        return (List<String>) page.evaluate("""
                () => {
                  const all = [...document.querySelectorAll(
                      'header p, nav li, h1, h2, main p, main li, dt, label, legend, textarea, button, input:not([type=hidden]), footer p')]
                      .filter(e => !e.closest('.visually-hidden') && e.getBoundingClientRect().height > 0);
                  return all.filter((e, i) => i > 0
                      && e.getBoundingClientRect().top < all[i - 1].getBoundingClientRect().top - 12)
                      .map(e => e.outerHTML.slice(0, 80));
                }
                """);
    }

    private String origin() {
        return "http://127.0.0.1:" + port;
    }
}
