// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhotline.chassis.test.EventTap;
import org.openhotline.chassis.test.IntegrationTest;
import org.openhotline.contracts.event.AccessEvent.ContactRevealed;
import org.openhotline.contracts.event.AccessEvent.MessagesRevealed;
import org.openhotline.contracts.event.CorrespondenceEvent.ReporterAsked;
import org.openhotline.contracts.event.DisclosureEvent.DisclosureApproved;
import org.openhotline.contracts.event.DisclosureEvent.DisclosureRefused;
import org.openhotline.contracts.event.LegalHoldEvent.LegalHoldLifted;
import org.openhotline.contracts.event.LegalHoldEvent.LegalHoldPlaced;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionReceived;
import org.openhotline.contracts.staff.Role;
import org.openhotline.reportintake.message.Exchange;
import org.openhotline.reportintake.retention.LegalHolds;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.OidcLoginRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What staff do about reporters: messages, disclosure of a contact, legal hold. */
@IntegrationTest
class ReporterDeskIT {
    private static final String CONTACT = "witness@example.org";
    private static final OidcLoginRequestPostProcessor ANALYST = login("analyst-1", Role.ANALYST);
    private static final OidcLoginRequestPostProcessor SENIOR = login("senior-1", Role.SENIOR_ANALYST);
    private static final OidcLoginRequestPostProcessor LIAISON = login("liaison-1", Role.LIAISON_OFFICER);
    private static final OidcLoginRequestPostProcessor OTHER_LIAISON = login("liaison-2", Role.LIAISON_OFFICER);
    private static final OidcLoginRequestPostProcessor BOTH =
            login("both-1", Role.LIAISON_OFFICER, Role.SENIOR_ANALYST);

    @Autowired
    MockMvc mvc;

    @Autowired
    EventTap tap;

    @Autowired
    Submissions submissions;

    @Autowired
    Exchange exchange;

    @Autowired
    LegalHolds holds;

    @Autowired
    InstantSource clock;

    private UUID submission;
    private String reference;
    private String report;

    @BeforeEach
    void report() throws Exception {
        Instant begun = clock.instant();
        MockHttpServletResponse stored = answer(post("/api/submissions")
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .content("{\"addresses\":[\"https://desk.example.org/" + UUID.randomUUID() + "\"],\"contact\":\""
                        + CONTACT + "\",\"consent\":{\"feedback\":true}}"));
        JsonNode receipt = JsonMapper.shared().readTree(stored.getContentAsString());
        reference = receipt.get("reference").stringValue();
        submission = tap.await(
                        SubmissionReceived.class,
                        e -> !e.at().isBefore(begun)
                                && submissions.find(e.submissionId()).isPresent())
                .submissionId();
        report = "/report-intake/submissions/" + submission;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void each_page_is_for_those_whose_work_it_is(Role role) throws Exception {
        OidcLoginRequestPostProcessor login = login("somebody", role);
        boolean analyst = role == Role.ANALYST || role == Role.SENIOR_ANALYST;
        boolean discloses = role == Role.SENIOR_ANALYST || role == Role.LIAISON_OFFICER;
        Map.of(
                        "/report-intake/",
                        analyst || discloses,
                        "/report-intake/submissions",
                        analyst || discloses,
                        report,
                        analyst || discloses,
                        report + "/messages",
                        analyst,
                        report + "/disclosures",
                        discloses,
                        report + "/hold",
                        discloses,
                        "/report-intake/disclosures",
                        discloses,
                        "/report-intake/imports",
                        analyst,
                        "/report-intake/reports/new",
                        analyst)
                .forEach((path, allowed) -> assertThat(status(get(path).with(login)))
                        .as(role + " " + path)
                        .isEqualTo(allowed ? 200 : 403));
        Map.of(
                        report + "/messages", analyst,
                        report + "/messages/read", analyst,
                        report + "/disclosures", role == Role.LIAISON_OFFICER,
                        report + "/hold/place", discloses)
                .forEach((path, allowed) -> {
                    int status = status(post(path).with(login).with(csrf()));
                    assertThat(status == 403).as(role + " " + path).isEqualTo(!allowed);
                });
        assertThat(exchange.about(submission)).isEmpty();
        assertThat(holds.isHeld(submission)).isFalse();
    }

    @Test
    void a_report_is_found_by_its_reference_or_item_and_shows_nothing_of_the_reporter() throws Exception {
        String item = submissions
                .find(submission)
                .orElseThrow()
                .addresses()
                .getFirst()
                .itemId()
                .toString();
        for (String name : new String[] {reference, " " + reference.toLowerCase(java.util.Locale.ROOT), item}) {
            assertThat(send("/report-intake/submissions", Map.of("find", name), ANALYST)
                            .getRedirectedUrl())
                    .as(name)
                    .isEqualTo(report);
        }
        assertThat(body(get("/report-intake/submissions/of/" + item).with(ANALYST)))
                .contains(report);
        assertThat(status(get("/report-intake/submissions/of/" + UUID.randomUUID())
                        .with(ANALYST)))
                .isEqualTo(404);
        assertThat(send("/report-intake/submissions", Map.of("find", "7K4M-9QRT-2HXC"), ANALYST)
                        .getStatus())
                .isEqualTo(404);
        assertThat(status(get("/report-intake/submissions/" + UUID.randomUUID()).with(ANALYST)))
                .isEqualTo(404);
        assertThat(body(get(report).with(LIAISON)))
                .contains("given, sealed", "/disclosures", "/hold")
                .doesNotContain(CONTACT, "desk.example.org", "/messages");
        assertThat(body(get(report).with(ANALYST))).contains("/messages").doesNotContain("/disclosures", "/hold");
    }

    @Test
    void an_analyst_asks_once_and_reading_is_stored_before_it_is_shown() throws Exception {
        String page = report + "/messages";
        assertThat(send(page, Map.of("text", " "), ANALYST).getStatus()).isEqualTo(400);
        MockHttpServletResponse tooLong = send(page, Map.of("text", "n".repeat(2001)), ANALYST);
        assertThat(tooLong.getStatus()).isEqualTo(400);
        assertThat(tooLong.getContentAsString()).contains("Nothing was sent", "n".repeat(2001));
        Map<String, String> question = Map.of("text", "Which <page> is it?", "key", "0123456789abcdef");
        assertThat(send(page, question, ANALYST).getRedirectedUrl()).isEqualTo(page);
        send(page, question, ANALYST);
        assertThat(exchange.about(submission).orElseThrow().messages())
                .as("a double click is one question")
                .hasSize(1);
        assertThat(tap.await(ReporterAsked.class, e -> e.submissionId().equals(submission))
                        .actor())
                .isEqualTo("analyst-1");
        assertThat(body(get("/report-intake/").with(ANALYST))).doesNotContain(page);
        exchange.answer(submission, "The third one", "key-of-the-answer");
        assertThat(body(get("/report-intake/").with(ANALYST)))
                .contains("Answers that nobody has read", page)
                .doesNotContain("The third one");
        assertThat(body(get("/report-intake/").with(LIAISON))).doesNotContain(page);

        assertThat(body(get(page).with(SENIOR)))
                .contains("messages", "Read them")
                .doesNotContain("Which &lt;page&gt; is it?", "The third one");
        MockHttpServletResponse read = send(page + "/read", Map.of(), SENIOR);
        assertThat(read.getContentAsString()).contains("Which &lt;page&gt; is it?", "The third one");
        assertThat(tap.await(MessagesRevealed.class, e -> e.submissionId().equals(submission))
                        .actor())
                .isEqualTo("senior-1");
        assertThat(body(get("/report-intake/").with(ANALYST))).as("read").doesNotContain(page);
    }

    @Test
    void a_contact_is_asked_for_approved_by_another_and_shown_once_to_who_asked() throws Exception {
        String asking = report + "/disclosures";
        assertThat(send(asking, Map.of("legalBasis", "section 99"), LIAISON).getStatus())
                .as("no reason")
                .isEqualTo(400);
        MockHttpServletResponse noBasis = send(asking, Map.of("reason", "a <witness> is needed"), LIAISON);
        assertThat(noBasis.getStatus()).as("no consent and no provision").isEqualTo(400);
        assertThat(noBasis.getContentAsString()).contains("did not agree", "a &lt;witness&gt; is needed");
        Map<String, String> words = Map.of("reason", "a <witness> is needed", "legalBasis", "section 99");
        assertThat(send(asking, words, SENIOR).getStatus()).isEqualTo(403);
        String request = redirect(send(asking, words, LIAISON));

        assertThat(body(get("/report-intake/disclosures").with(SENIOR))).contains(request);
        assertThat(body(get(request).with(SENIOR))).contains("a &lt;witness&gt; is needed", "section 99", "/approve");
        assertThat(body(get(request).with(OTHER_LIAISON))).doesNotContain("witness", "section 99", "/approve", "/show");
        assertThat(send(request + "/show", Map.of(), LIAISON).getStatus())
                .as("not approved yet")
                .isEqualTo(409);
        assertThat(send(request + "/approve", Map.of(), LIAISON).getStatus()).isEqualTo(403);
        assertThat(redirect(send(request + "/approve", Map.of(), SENIOR))).isEqualTo(request);
        UUID id = UUID.fromString(request.substring(request.lastIndexOf('/') + 1));
        tap.await(DisclosureApproved.class, e -> e.disclosureId().equals(id));

        assertThat(send(request + "/show", Map.of(), OTHER_LIAISON).getStatus()).isEqualTo(403);
        assertThat(send(request + "/show", Map.of(), SENIOR).getStatus()).isEqualTo(403);
        assertThat(body(get(request).with(LIAISON))).contains("/show").doesNotContain(CONTACT);
        MockHttpServletResponse shown = send(request + "/show", Map.of(), LIAISON);
        assertThat(shown.getContentAsString()).contains(CONTACT);
        assertThat(shown.getHeader("Cache-Control")).contains("no-store");
        assertThat(tap.await(ContactRevealed.class, e -> e.disclosureId().equals(id))
                        .actor())
                .isEqualTo("liaison-1");
        assertThat(send(request + "/show", Map.of(), LIAISON).getStatus())
                .as("once")
                .isEqualTo(409);
        assertThat(body(get(request).with(LIAISON))).doesNotContain(CONTACT);
    }

    @Test
    void nobody_decides_on_their_own_request_and_a_refusal_has_a_reason() throws Exception {
        String request =
                redirect(send(report + "/disclosures", Map.of("reason", "needed", "legalBasis", "section 99"), BOTH));
        assertThat(body(get(request).with(BOTH))).doesNotContain("/approve", "/refuse");
        assertThat(send(request + "/approve", Map.of(), BOTH).getStatus()).isEqualTo(403);
        assertThat(send(request + "/refuse", Map.of("refusal", "no"), BOTH).getStatus())
                .isEqualTo(403);
        for (String bad : new String[] {" ", "n".repeat(1001)}) {
            MockHttpServletResponse refused = send(request + "/refuse", Map.of("refusal", bad), SENIOR);
            assertThat(refused.getStatus()).isEqualTo(400);
            assertThat(refused.getContentAsString()).contains("Nothing was decided");
        }
        assertThat(redirect(send(request + "/refuse", Map.of("refusal", "too thin"), SENIOR)))
                .isEqualTo(request);
        tap.await(DisclosureRefused.class, e -> e.submissionId().equals(submission));
        assertThat(send(request + "/show", Map.of(), BOTH).getStatus()).isEqualTo(409);
        assertThat(status(get("/report-intake/disclosures/" + UUID.randomUUID()).with(SENIOR)))
                .isEqualTo(404);
    }

    @Test
    void a_legal_hold_is_placed_and_lifted_each_with_a_reason() throws Exception {
        String page = report + "/hold";
        assertThat(send(page + "/place", Map.of("reason", "an order"), ANALYST).getStatus())
                .isEqualTo(403);
        for (String bad : new String[] {" ", "n".repeat(1001)}) {
            MockHttpServletResponse wrong = send(page + "/place", Map.of("reason", bad), LIAISON);
            assertThat(wrong.getStatus()).isEqualTo(400);
            assertThat(wrong.getContentAsString()).contains("Nothing was changed");
        }
        assertThat(holds.isHeld(submission)).isFalse();
        assertThat(redirect(send(page + "/place", Map.of("reason", "order 7 of a court"), LIAISON)))
                .isEqualTo(page);
        tap.await(LegalHoldPlaced.class, e -> e.submissionId().equals(submission));
        assertThat(body(get(page).with(SENIOR))).contains("/hold/lift").doesNotContain("order 7");
        assertThat(body(get(report).with(ANALYST))).contains("under legal hold");
        assertThat(send(page + "/place", Map.of("reason", "again"), SENIOR).getStatus())
                .isEqualTo(409);
        assertThat(send(page + "/lift", Map.of("reason", ""), SENIOR).getStatus())
                .isEqualTo(400);
        redirect(send(page + "/lift", Map.of("reason", "the order is over"), SENIOR));
        assertThat(tap.await(LegalHoldLifted.class, e -> e.submissionId().equals(submission))
                        .actor())
                .isEqualTo("senior-1");
        assertThat(holds.isHeld(submission)).isFalse();
    }

    private static String redirect(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).isEqualTo(302);
        return String.valueOf(answer.getRedirectedUrl());
    }

    private MockHttpServletResponse send(String path, Map<String, String> fields, OidcLoginRequestPostProcessor login)
            throws Exception {
        MockHttpServletRequestBuilder request = post(path);
        fields.forEach(request::param);
        return answer(request.with(login).with(csrf()));
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private int status(MockHttpServletRequestBuilder request) {
        try {
            return answer(request).getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static OidcLoginRequestPostProcessor login(String account, Role... roles) {
        return oidcLogin()
                .idToken(token -> token.subject(account))
                .authorities(java.util.Arrays.stream(roles)
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.wireName()))
                        .toList()
                        .toArray(SimpleGrantedAuthority[]::new));
    }
}
