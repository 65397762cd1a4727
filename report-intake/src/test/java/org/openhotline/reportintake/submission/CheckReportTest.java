// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.reportintake.submission.Intake.report;
import static org.openhotline.reportintake.submission.Refusal.Reason.ADDRESSES_MISSING;
import static org.openhotline.reportintake.submission.Refusal.Reason.ADDRESSES_TOO_MANY;
import static org.openhotline.reportintake.submission.Refusal.Reason.ADDRESS_CONTROL_CHARACTERS;
import static org.openhotline.reportintake.submission.Refusal.Reason.ADDRESS_MISSING;
import static org.openhotline.reportintake.submission.Refusal.Reason.ADDRESS_NOT_RECOGNISED;
import static org.openhotline.reportintake.submission.Refusal.Reason.ADDRESS_TOO_LONG;
import static org.openhotline.reportintake.submission.Refusal.Reason.CONTACT_MISSING;
import static org.openhotline.reportintake.submission.Refusal.Reason.CONTACT_TOO_LONG;
import static org.openhotline.reportintake.submission.Refusal.Reason.CONTACT_WITHOUT_USE;
import static org.openhotline.reportintake.submission.Refusal.Reason.KIND_DIFFERS;
import static org.openhotline.reportintake.submission.Refusal.Reason.KIND_UNKNOWN;
import static org.openhotline.reportintake.submission.Refusal.Reason.LANGUAGE_UNKNOWN;
import static org.openhotline.reportintake.submission.Refusal.Reason.NOTE_CONTROL_CHARACTERS;
import static org.openhotline.reportintake.submission.Refusal.Reason.NOTE_TOO_LONG;
import static org.openhotline.reportintake.submission.Refusal.Reason.NOT_A_PHONE;
import static org.openhotline.reportintake.submission.Refusal.Reason.REFERRER_TOO_LONG;

import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.submission.GivenReport.GivenAddress;

class CheckReportTest {
    private static final String KEY = "a-key-of-16-signs";
    private static final String PAGE = "https://example.org/page";
    private final Intake intake = new Intake();

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        GivenReport report = new GivenReport(
                List.of(
                        new GivenAddress(PAGE, Optional.of("carrier-pigeon")),
                        new GivenAddress("not an address", Optional.empty()),
                        new GivenAddress("  ", Optional.empty()),
                        new GivenAddress("https://example.org/\u0000", Optional.empty()),
                        new GivenAddress(PAGE, Optional.of("onion")),
                        new GivenAddress("https://example.org/" + "a".repeat(100_000), Optional.empty())),
                Optional.of("n".repeat(4001)),
                Optional.of("r".repeat(2001)),
                Optional.of("c".repeat(201)),
                Consent.NONE,
                Optional.of("xx"),
                Channel.API,
                Circumstances.PUBLIC);
        assertThat(refusals(report))
                .containsExactly(
                        new Refusal("addresses[0].kind", KIND_UNKNOWN),
                        new Refusal("addresses[1]", ADDRESS_NOT_RECOGNISED),
                        new Refusal("addresses[2]", ADDRESS_MISSING),
                        new Refusal("addresses[3]", ADDRESS_CONTROL_CHARACTERS),
                        new Refusal("addresses[4].kind", KIND_DIFFERS),
                        new Refusal("addresses[5]", ADDRESS_TOO_LONG),
                        new Refusal("note", NOTE_TOO_LONG),
                        new Refusal("referrer", REFERRER_TOO_LONG),
                        new Refusal("contact", CONTACT_TOO_LONG),
                        new Refusal("consent", CONTACT_WITHOUT_USE),
                        new Refusal("language", LANGUAGE_UNKNOWN));
        assertThat(intake.events()).isEmpty();
    }

    @Test
    void ten_thousand_addresses_are_one_refusal() {
        String[] addresses = Collections.nCopies(10_000, "not an address").toArray(String[]::new);
        assertThat(refusals(report(addresses))).containsExactly(new Refusal("addresses", ADDRESSES_TOO_MANY));
    }

    @Test
    void twenty_addresses_are_taken_and_none_is_not() {
        String[] addresses = Collections.nCopies(20, PAGE).toArray(String[]::new);
        assertThat(intake.receive(KEY, report(addresses))).isInstanceOf(Outcome.Accepted.class);
        assertThat(refusals(report())).containsExactly(new Refusal("addresses", ADDRESSES_MISSING));
    }

    @Test
    void a_note_may_have_lines_and_any_script_but_no_control_characters() {
        assertThat(intake.receive(KEY, note("first line\r\n\tsecond line 👨‍👩‍👧 \u200fعربي")))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(refusals(note("bell \u0007"))).containsExactly(new Refusal("note", NOTE_CONTROL_CHARACTERS));
        assertThat(refusals(note("half a character \ud800")))
                .containsExactly(new Refusal("note", NOTE_CONTROL_CHARACTERS));
    }

    @Test
    void four_thousand_characters_are_counted_as_people_count() {
        assertThat(intake.receive(KEY, note("😀".repeat(4000)))).isInstanceOf(Outcome.Accepted.class);
        assertThat(refusals(note("😀".repeat(4001)))).containsExactly(new Refusal("note", NOTE_TOO_LONG));
    }

    @Test
    void a_blank_note_is_no_note() {
        intake.receive(KEY, report(Optional.of(" \n "), Optional.of("  "), PAGE));
        Submission stored = intake.submissions.all().getFirst();
        assertThat(stored.contact()).isEmpty();
        assertThat(stored.addresses().getFirst().note()).isEmpty();
    }

    @Test
    void a_contact_is_kept_with_what_it_may_be_used_for_and_never_without() {
        Optional<String> contact = Optional.of("me@example.org");
        assertThat(refusals(report(Optional.empty(), contact, Consent.NONE, PAGE)))
                .containsExactly(new Refusal("consent", CONTACT_WITHOUT_USE));
        assertThat(refusals(report(Optional.empty(), Optional.of(" "), new Consent(true, false), PAGE)))
                .containsExactly(new Refusal("contact", CONTACT_MISSING));
        intake.receive(KEY, report(Optional.empty(), contact, new Consent(true, false), PAGE));
        assertThat(intake.submissions.all().getFirst().amendments().consent()).hasValue(new Consent(true, false));
        assertThat(intake.receive(KEY, report(Optional.empty(), contact, new Consent(true, true), PAGE)))
                .as("another consent is another report")
                .isEqualTo(new Outcome.KeyUsed());
    }

    @Test
    void without_a_language_the_first_of_the_country_is_taken() {
        GivenReport report = new GivenReport(
                List.of(new GivenAddress(PAGE, Optional.of("web"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Consent.NONE,
                Optional.empty(),
                Channel.FORM,
                Circumstances.PUBLIC);
        assertThat(intake.receive(KEY, report)).isInstanceOf(Outcome.Accepted.class);
        assertThat(intake.submissions.all().getFirst().language()).isEqualTo("en");
    }

    @Test
    void an_address_is_read_as_the_kind_that_the_sender_says() {
        GivenReport report = kinds(
                new GivenAddress("+1 202 555 0100", Optional.of("phone")),
                new GivenAddress("ChatApp:somebody", Optional.of("app-account")),
                new GivenAddress(PAGE, Optional.of("live-stream")),
                new GivenAddress("magnet:?xt=urn:btih:000102030405060708090a0b0c0d0e0f10111213", Optional.empty()));
        assertThat(intake.receive(KEY, report)).isInstanceOf(Outcome.Accepted.class);
        assertThat(intake.submissions.all().getFirst().addresses())
                .extracting(a -> a.kind().wireName())
                .containsExactly("phone", "app-account", "live-stream", "p2p-hash");
        assertThat(intake.known).containsKeys("phone:+12025550100", "app-account:chatapp:somebody", PAGE);
    }

    @Test
    void what_could_be_a_file_is_no_place() {
        String file = Base64.getEncoder()
                .encodeToString("a made-up file, and nothing in it; ".repeat(9).getBytes(UTF_8));
        assertThat(refusals(kinds(
                        new GivenAddress("data:image/png;base64,AAAA", Optional.of("other")),
                        new GivenAddress("behind the wall " + file, Optional.of("other")),
                        new GivenAddress("data:image/png;base64,AAAA", Optional.empty()))))
                .extracting(Refusal::field)
                .containsExactly("addresses[0]", "addresses[1]", "addresses[2]");
        assertThat(intake.receive(KEY, kinds(new GivenAddress("behind the wall", Optional.of("other")))))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_page_that_is_said_to_be_a_number_differs_and_a_number_without_a_country_is_not_recognised() {
        assertThat(refusals(kinds(
                        new GivenAddress(PAGE, Optional.of("phone")),
                        new GivenAddress("202 555 0100", Optional.of("phone")))))
                .containsExactly(
                        new Refusal("addresses[0].kind", KIND_DIFFERS), new Refusal("addresses[1]", NOT_A_PHONE));
    }

    private static GivenReport kinds(GivenAddress... addresses) {
        return new GivenReport(
                List.of(addresses),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Consent.NONE,
                Optional.of("en"),
                Channel.API,
                Circumstances.PUBLIC);
    }

    @Test
    void nothing_that_was_sent_shows_itself_in_a_log_line() {
        GivenReport report = report(Optional.of("secret note"), Optional.of("secret contact"), PAGE);
        assertThat(report.toString() + report.addresses())
                .doesNotContain("secret")
                .doesNotContain("example.org");
    }

    private List<Refusal> refusals(GivenReport report) {
        return ((Outcome.Refused) intake.receive(KEY, report)).refusals();
    }

    private static GivenReport note(String note) {
        return report(Optional.of(note), Optional.empty(), PAGE);
    }
}
