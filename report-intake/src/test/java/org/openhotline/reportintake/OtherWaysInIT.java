// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.chassis.test.EventTap;
import org.openhotline.chassis.test.IntegrationTest;
import org.openhotline.contracts.event.ImportEvent.ImportFinished;
import org.openhotline.contracts.event.ImportEvent.ImportStarted;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionReceived;
import org.openhotline.contracts.report.Source;
import org.openhotline.contracts.report.Theme;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.staff.Role;
import org.openhotline.reportintake.partner.PartnerReference;
import org.openhotline.reportintake.partner.PartnerReports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.OidcLoginRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Partners' calls, lists and the staff's own pages. */
@IntegrationTest
class OtherWaysInIT {
    private static final String SUBMISSIONS = "/report-intake/api/submissions";
    private static final String IMPORTS = "/report-intake/api/imports";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    MockMvc mvc;

    @Autowired
    EventTap tap;

    @Autowired
    Opening opening;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    PartnerReports partnerReports;

    @LocalServerPort
    int port;

    Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/report-intake",
                "/report-intake/",
                "/report-intake/reports/new",
                "/report-intake/imports",
                "/report-intake/imports/0199a0c4-5e07-7103-827d-7902699be4a1",
                "/report-intake/imports/0199a0c4-5e07-7103-827d-7902699be4a1/results.csv",
                "/report-intake/api/submissions",
                "/report-intake/api/imports",
                "/report-intake/api/imports/0199a0c4-5e07-7103-827d-7902699be4a1",
                "/report-intake/api/imports/0199a0c4-5e07-7103-827d-7902699be4a1/results",
                "/report-intake/kit/openhotline.css",
                "/report-intake/logout",
                "/report-intake/oauth2/authorization/keycloak",
                "/report-intake/login/oauth2/code/keycloak",
                "/report-intake/logout/connect/back-channel/keycloak"
            })
    void no_page_or_call_of_staff_and_partners_is_there_by_the_public_origin(String path) throws Exception {
        for (MockHttpServletRequestBuilder request :
                List.of(get("http://127.0.0.1:8080" + path), post("http://127.0.0.1:8080" + path))) {
            assertThat(status(request.with(analyst()))).as(path).isEqualTo(404);
            assertThat(status(request.with(partner("p", "police")))).as(path).isEqualTo(404);
        }
        HttpResponse<String> answer = visitor.get(path, "X-Forwarded-Host", "127.0.0.1", "X-Forwarded-Port", "8080");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body()).doesNotContain("/report-intake/", "localhost:8090");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void staff_pages_are_for_analysts_and_never_for_administrators(Role role) throws Exception {
        int expected = role == Role.ANALYST || role == Role.SENIOR_ANALYST ? 200 : 403;
        for (String path : List.of("/report-intake/reports/new", "/report-intake/imports")) {
            assertThat(status(get(path).with(login(role))))
                    .as(role + " " + path)
                    .isEqualTo(expected);
        }
        int call = role == Role.PARTNER ? 200 : 403;
        assertThat(status(get(SUBMISSIONS)
                        .param("partner-reference", "X-1")
                        .with(jwt().authorities(new SimpleGrantedAuthority("ROLE_" + role.wireName())))))
                .isEqualTo(call);
    }

    @Test
    void staff_pages_want_a_log_in_and_calls_a_token() {
        assertThat(visitor.get("/report-intake/imports").statusCode()).isEqualTo(302);
        assertThat(visitor.raw(SUBMISSIONS, "application/json", "{}").statusCode())
                .isEqualTo(401);
        assertThat(visitor.raw(IMPORTS, "text/csv", "https://example.org/").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_partner_reports_under_its_own_reference_and_follows_it_alone() throws Exception {
        String body = "{\"addresses\":[\"https://partner.example.org/1\"],\"note\":\"words\",\"theme\":\"grooming\","
                + "\"partnerReference\":\"CASE 2026/0815\"}";
        MockHttpServletResponse stored = submit("police-a", "police", key(), body);
        assertThat(stored.getStatus()).isEqualTo(201);
        assertThat(json(stored).get("partnerReference").asString()).isEqualTo("CASE 2026/0815");
        SubmissionReceived received = tap.await(
                SubmissionReceived.class,
                e -> e.circumstances()
                        .filter(c ->
                                c.source() == Source.POLICE && c.theme().equals(java.util.Optional.of(Theme.GROOMING)))
                        .isPresent());
        assertThat(received.channel()).isEqualTo("api");

        JsonNode own = json(answer(
                get(SUBMISSIONS).param("partner-reference", "CASE 2026/0815").with(partner("police-a", "police"))));
        assertThat(own.at("/submissions/0/submission").asString())
                .isEqualTo(received.submissionId().toString());
        assertThat(own.at("/submissions/0/statuses/0").asString()).isEqualTo("received");
        assertThat(json(answer(get(SUBMISSIONS)
                                .param("partner-reference", "CASE 2026/0815")
                                .with(partner("police-b", "police"))))
                        .get("submissions"))
                .isEmpty();
        assertNothingInClear("CASE 2026/0815", "partner.example.org");
    }

    @Test
    void of_one_reference_the_latest_reports_are_remembered() {
        PartnerReference reference = PartnerReference.read("CASE many").orElseThrow();
        List<UUID> reports = Stream.generate(UUID::randomUUID).limit(1010).toList();
        reports.forEach(id -> partnerReports.note("police-m", reference, id));
        partnerReports.note("police-m", reference, reports.getLast());
        assertThat(partnerReports.under("police-m", reference, 2000)).isEqualTo(reports.subList(10, 1010));
    }

    @Test
    void a_partners_key_is_its_own_and_means_one_report() throws Exception {
        String key = key();
        String body = "{\"addresses\":[\"https://keys.example.org/1\"]}";
        MockHttpServletResponse first = submit("a", "partner", key, body);
        assertThat(submit("a", "partner", key, body).getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(submit("b", "partner", key, body).getContentAsString())
                .as("another partner's report under the same key is another report")
                .isNotEqualTo(first.getContentAsString());
        MockHttpServletResponse other = submit("a", "partner", key, body.replace("/1", "/2"));
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(json(other).get("type").asString()).isEqualTo("urn:openhotline:problem:key-used");
        assertThat(submit("a", "partner", "short", body).getStatus()).isEqualTo(400);
        assertThat(answer(post(SUBMISSIONS)
                                .contentType("application/json")
                                .content(body)
                                .with(partner("a", "partner")))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void a_partner_that_floods_is_slowed_down_and_harms_no_other() throws Exception {
        String nothing = "{\"addresses\":[]}";
        List<String> flood = List.of(SUBMISSIONS, IMPORTS);
        MockHttpServletResponse answer = submit("flooding", "partner", key(), nothing);
        assertThat(answer.getStatus()).isEqualTo(400);
        for (int call = 0; call < 5000 && answer.getStatus() != 429; call++) {
            answer = answer(post(flood.get(call % 2))
                    .contentType("application/json")
                    .content(nothing)
                    .with(partner("flooding", "partner")));
        }
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isNotBlank();
        assertThat(json(answer).get("type").asString()).startsWith("urn:openhotline:problem:");
        assertThat(submit("patient", "partner", key(), "{\"addresses\":[\"https://patient.example.org/\"]}")
                        .getStatus())
                .isEqualTo(201);
    }

    @Test
    void a_partner_cannot_pass_for_another_kind() throws Exception {
        assertThat(submit("a", "staff", key(), "{\"addresses\":[\"https://example.org/\"]}")
                        .getStatus())
                .isEqualTo(403);
        assertThat(submit("a", "partner", key(), "{\"addresses\":[\"https://example.org/\"],\"source\":\"police\"}")
                        .getStatus())
                .isEqualTo(400);
        MockHttpServletResponse bad = submit(
                "a", "partner", key(), "{\"addresses\":[\"https://example.org/\"],\"partnerReference\":\"<marked>\"}");
        assertThat(bad.getStatus()).isEqualTo(400);
        assertThat(bad.getContentAsString()).contains("partnerReference").doesNotContain("marked");
    }

    @Test
    void a_list_becomes_reports_and_each_broken_row_is_told() throws Exception {
        String list = """
                url;referrer;note;reference;source;kind
                https://list.example.org/1;https://list.example.org/;third row;L-1
                no address at all;;;L-2
                "https://list.example.org/3
                https://list.example.org/4;https://list.example.org/;"data:image/png;base64,%s";L-4;;web
                https://list.example.org/5;;;;police
                https://list.example.org/6;;;;martian
                https://list.example.org/7;;;<L>
                hxxps://list[.]example.org/1;;other words;L-1
                """.formatted("QUJD".repeat(1000));
        MockHttpServletResponse sent = send("helpline-a", "helpline", key(), "text/csv", list);
        assertThat(sent.getStatus()).isEqualTo(200);
        JsonNode done = json(sent);
        assertThat(done.get("status").asString()).isEqualTo("finished");
        assertThat(List.of(
                        done.get("rows").asInt(),
                        done.get("accepted").asInt(),
                        done.get("refused").asInt()))
                .containsExactly(8, 3, 5);
        UUID id = UUID.fromString(done.get("id").asString());
        assertThat(tap.await(ImportStarted.class, e -> e.importId().equals(id)).source())
                .isEqualTo(Source.HELPLINE);
        assertThat(tap.await(ImportFinished.class, e -> e.importId().equals(id)).accepted())
                .isEqualTo(3);

        String csv = streamed(get(IMPORTS + "/" + id + "/results").with(partner("helpline-a", "helpline")));
        assertThat(csv.lines()
                        .map(line -> line.replaceAll(";[2-9A-HJKMNP-Z-]{14};", ";REF;"))
                        .toList())
                .satisfiesExactly(
                        head -> assertThat(head)
                                .isEqualTo("line;outcome;reference;partner-reference;field;reason;detail"),
                        row -> assertThat(row).startsWith("2;accepted;REF;L-1;"),
                        row -> assertThat(row).startsWith("3;refused;;L-2;url;ADDRESS_NOT_RECOGNISED;"),
                        row -> assertThat(row).startsWith("4;refused;;;;QUOTES;"),
                        row -> assertThat(row).startsWith("5;accepted;REF;L-4;"),
                        row -> assertThat(row).startsWith("6;refused;;;source;SOURCE_NOT_YOURS;"),
                        row -> assertThat(row).startsWith("7;refused;;;source;SOURCE_UNKNOWN;"),
                        row -> assertThat(row).startsWith("8;refused;;;reference;PARTNER_REFERENCE_MALFORMED;"),
                        row -> assertThat(row).startsWith("9;accepted;REF;L-1;"));
        String ndjson = streamed(get(IMPORTS + "/" + id + "/results")
                .accept("application/x-ndjson")
                .with(partner("helpline-a", "helpline")));
        assertThat(ndjson.lines().map(JSON::readTree)).hasSize(8);
        assertThat(status(get(IMPORTS + "/" + id).with(partner("helpline-b", "helpline"))))
                .isEqualTo(404);

        ItemReported guarded = tap.await(ItemReported.class, e -> opens(e, "https://list.example.org/4"));
        assertThat(opening.open(
                        SealedField.note(guarded.itemId(), guarded.submissionId()),
                        guarded.note().orElseThrow()))
                .isEqualTo("[removed: data:image/png, 3 kB]");
        assertThat(opening.open(
                        SealedField.referrer(guarded.itemId(), guarded.submissionId()),
                        guarded.referrer().orElseThrow()))
                .isEqualTo("https://list.example.org/");
        assertNothingInClear("list.example.org", "third row", "QUJDQUJD");
    }

    @Test
    void a_list_that_is_sent_again_stores_nothing_twice_and_another_is_refused() throws Exception {
        String key = key();
        String list = String.join(
                "\n",
                IntStream.range(0, 250)
                        .mapToObj(i -> "https://again.example.org/" + i)
                        .toList());
        MockHttpServletResponse first = send("crawler-a", "crawler", key, "text/csv", list);
        long stored = mongo.getCollection("submissions").countDocuments();
        MockHttpServletResponse again = send("crawler-a", "crawler", key, "text/csv", list);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(mongo.getCollection("submissions").countDocuments()).isEqualTo(stored);
        assertThat(send("crawler-a", "crawler", key, "text/csv", list + "\nhttps://again.example.org/x")
                        .getStatus())
                .isEqualTo(422);
        assertThat(mongo.getCollection("submissions").countDocuments()).isEqualTo(stored);
        assertThat(send("crawler-a", "crawler", "short", "text/csv", list).getStatus())
                .isEqualTo(400);
    }

    @Test
    void objects_on_lines_and_xarf_reports_come_in_the_same_way() throws Exception {
        JsonNode ndjson = json(
                send(
                        "p",
                        "partner",
                        key(),
                        "application/x-ndjson",
                        "{\"url\":\"https://nd.example.org/1\",\"theme\":\"travel\"}\n{\"url\":\"https://nd.example.org/2\",\"theme\":\"x\"}\n"));
        assertThat(ndjson.get("accepted").asInt()).isEqualTo(1);
        tap.await(
                ItemReported.class,
                e -> e.circumstances()
                                .filter(c -> c.theme().equals(java.util.Optional.of(Theme.TRAVEL)))
                                .isPresent()
                        && opens(e, "https://nd.example.org/1"));
        String xarf = """
                {"xarf_version":"4.2.0","report_id":"b7ca7591-811e-4d40-83d9-dc043c08555d","timestamp":"2026-01-20T10:30:00Z",
                 "reporter":{"org":"o","contact":"c@example.org","domain":"example.org"},
                 "sender":{"org":"o","contact":"c@example.org","domain":"example.org"},
                 "source_identifier":"198.51.100.42","category":"content","type":"csam","url":"https://xarf.example.org/1",
                 "classification":"A1","detection_method":"hash_match",
                 "evidence":[{"content_type":"image/png","payload":"%s"}]}""".formatted("QUJD".repeat(50_000));
        JsonNode done = json(send("p", "partner", key(), "application/xarf+json", "[" + xarf + "]"));
        assertThat(done.get("accepted").asInt()).isEqualTo(1);
        ItemReported item = tap.await(ItemReported.class, e -> opens(e, "https://xarf.example.org/1"));
        assertThat(opening.open(
                        SealedField.note(item.itemId(), item.submissionId()),
                        item.note().orElseThrow()))
                .contains("classification: A1", "[removed: evidence image/png, 150 kB]");
    }

    @Test
    void files_are_refused_here_too() throws Exception {
        assertThat(status(post(IMPORTS)
                        .contentType("multipart/form-data; boundary=x")
                        .content("--x--")
                        .with(partner("p", "partner"))))
                .isEqualTo(415);
        assertThat(send("p", "partner", key(), "application/zip", "x").getStatus())
                .isEqualTo(415);
        assertThat(answer(get("/report-intake/imports").with(analyst())).getContentAsString())
                .doesNotContain("type=\"file\"");
    }

    @Test
    void an_analyst_enters_a_report_for_a_caller() throws Exception {
        MockHttpServletResponse form = answer(get("/report-intake/reports/new").with(analyst()));
        assertThat(form.getContentAsString())
                .contains("/report-intake/kit/openhotline.css", "/report-intake/logout", "Reports", "Assessment");
        Map<String, String> answers = Map.of(
                "feedback", "true",
                "addresses", "https://phone.example.org/1",
                "note", "said on the phone",
                "source", "helpline",
                "theme", "sexual-extortion",
                "danger", "true",
                "contact", "caller@example.org",
                "key", key(form));
        MockHttpServletResponse entered = enter(answers);
        assertThat(entered.getStatus()).isEqualTo(200);
        assertThat(entered.getContentAsString()).contains("Report stored", "id=\"secret\"");
        assertThat(enter(answers).getContentAsString())
                .as("a double click is one report")
                .contains(found("id=\"reference\"[^>]*>([^<]+)<", entered));
        ItemReported item = tap.await(ItemReported.class, e -> opens(e, "https://phone.example.org/1"));
        assertThat(item.circumstances().orElseThrow().source()).isEqualTo(Source.HELPLINE);
        assertThat(item.circumstances().orElseThrow().childInDanger()).isTrue();
        SubmissionReceived received =
                tap.await(SubmissionReceived.class, e -> e.submissionId().equals(item.submissionId()));
        assertThat(received.channel()).isEqualTo("desk");
        assertThat(received.contactGiven()).isTrue();

        MockHttpServletResponse wrong =
                enter(Map.of("addresses", "no address", "source", "public", "note", "kept <b>words</b>", "key", key()));
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString())
                .contains("Nothing is stored yet", "no address", "kept &lt;b&gt;words&lt;/b&gt;");
        MockHttpServletResponse unused = enter(Map.of(
                "addresses", "https://example.org/",
                "source", "public",
                "contact", "caller@example.org",
                "key", key()));
        assertThat(unused.getStatus()).as("a contact that may not be used").isEqualTo(400);
        assertThat(unused.getContentAsString()).contains("href=\"#consent\"", "Please tick what we may use it for");
        assertThat(enter(Map.of("addresses", "https://example.org/", "source", "crawler"))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void an_analyst_pastes_a_short_list_and_sees_what_was_not_taken() throws Exception {
        MockHttpServletResponse pasted = answer(post("/report-intake/imports")
                .param("rows", "https://paste.example.org/1;;;;police\nnonsense")
                .param("format", "csv")
                .param("key", key())
                .with(analyst())
                .with(csrf()));
        assertThat(pasted.getStatus()).isEqualTo(302);
        String page = answer(get(String.valueOf(pasted.getRedirectedUrl())).with(analyst()))
                .getContentAsString();
        assertThat(page).contains("finished", "We cannot read this").doesNotContain("nonsense", "paste.example.org");
        ItemReported item = tap.await(ItemReported.class, e -> opens(e, "https://paste.example.org/1"));
        assertThat(item.circumstances().orElseThrow().source()).isEqualTo(Source.POLICE);
        assertThat(answer(get("/report-intake/imports").with(analyst())).getContentAsString())
                .contains("staff", "finished");
        String csv = streamed(get(pasted.getRedirectedUrl() + "/results.csv").with(analyst()));
        assertThat(csv).contains("2;refused;;;url;ADDRESS_NOT_RECOGNISED");
        assertThat(status(post("/report-intake/imports").with(analyst()).with(csrf())))
                .isEqualTo(400);
    }

    private MockHttpServletResponse enter(Map<String, String> answers) throws Exception {
        MockHttpServletRequestBuilder request = post("/report-intake/reports/new");
        answers.forEach(request::param);
        return answer(request.with(analyst()).with(csrf()));
    }

    private MockHttpServletResponse submit(String account, String kind, String key, String body) throws Exception {
        return answer(post(SUBMISSIONS)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .content(body)
                .with(partner(account, kind)));
    }

    private MockHttpServletResponse send(String account, String kind, String key, String type, String list)
            throws Exception {
        return answer(post(IMPORTS)
                .contentType(type)
                .header("Idempotency-Key", key)
                .content(list)
                .with(partner(account, kind)));
    }

    private String streamed(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse results = answer(request);
        assertThat(results.getStatus()).isEqualTo(200);
        return results.getContentAsString();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request).getStatus();
    }

    private boolean opens(ItemReported event, String address) {
        try {
            return opening.open(SealedField.address(event.itemId()), event.address())
                    .equals(address);
        } catch (Opening.CannotOpen foreign) {
            return false; // of another test with keys of its own, on the same broker
        }
    }

    private void assertNothingInClear(String... texts) {
        StringBuilder everything = new StringBuilder();
        mongo.getCollectionNames()
                .forEach(name ->
                        mongo.getCollection(name).find().map(Document::toJson).forEach(everything::append));
        assertThat(everything.toString()).contains("state").doesNotContain(texts);
    }

    private static JwtRequestPostProcessor partner(String account, String kind) {
        return jwt().jwt(token -> token.subject(account).claim("openhotline_source", kind))
                .authorities(new SimpleGrantedAuthority("ROLE_partner"));
    }

    private static OidcLoginRequestPostProcessor analyst() {
        return login(Role.ANALYST);
    }

    private static OidcLoginRequestPostProcessor login(Role role) {
        return oidcLogin().authorities(new SimpleGrantedAuthority("ROLE_" + role.wireName()));
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        return JSON.readTree(response.getContentAsString());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String key(MockHttpServletResponse form) throws Exception {
        return found("name=\"key\" value=\"([^\"]+)\"", form);
    }

    private static String found(String pattern, MockHttpServletResponse page) throws Exception {
        Matcher matcher = Pattern.compile(pattern).matcher(page.getContentAsString());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
