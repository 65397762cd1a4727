// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.chassis.test.EventSender;
import org.openhotline.chassis.test.IntegrationTest;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.item.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Events of three services come in over the broker; the page and the answer for programs show what they add up to. */
@IntegrationTest
class FiguresIT {
    private static final String MARCH = "?from=2026-03-01&to=2026-03-31";
    private static boolean sent;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private EventSender sender;

    @BeforeEach
    void events_of_one_day_have_arrived() {
        if (!sent) {
            oneDay().forEach(e -> sender.send(e.aggregateId(), e.sequence(), e.event()));
            sent = true;
        }
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(counts(
                                "items-removed",
                                "items-reappeared",
                                "items-not-final",
                                "items-assessed",
                                "submissions-received"))
                        .containsExactly(1, 1, 0, 4, 6));
    }

    @Test
    void every_figure_adds_up_from_events_that_came_twice_and_out_of_step() throws Exception {
        assertThat(counts(
                        "items-received",
                        "items-not-accessible",
                        "items-not-illegal",
                        "items-passed-on",
                        "items-illegal",
                        "items-notified",
                        "items-gone-without-notice",
                        "items-reappeared"))
                .containsExactly(5, 1, 0, 1, 2, 1, 0, 1);
        api(MARCH)
                .andExpect(jsonPath("$.clocks[0].id").value("T1"))
                .andExpect(jsonPath("$.clocks[0].over").value(4))
                .andExpect(jsonPath("$.clocks[0].open").value(1))
                .andExpect(jsonPath("$.clocks[2].median").value(6 * 3600))
                .andExpect(jsonPath("$.clocks[3].median").value(16 * 3600))
                .andExpect(jsonPath("$.clocks[3].p90").isEmpty())
                .andExpect(jsonPath("$.suppressed").value(false))
                .andExpect(jsonPath("$.from").value("2026-03-01"))
                .andExpect(jsonPath("$.to").value("2026-03-31"));
    }

    @Test
    void another_period_has_none_of_them() throws Exception {
        api("?from=2026-04-01&to=2026-04-30")
                .andExpect(jsonPath("$.counts[?(@.value != 0)]").isEmpty());
    }

    @Test
    void the_page_prints_number_unit_rule_and_period() throws Exception {
        String page =
                page(MARCH).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(page)
                .contains("Period: <strong>1 March 2026 to 31 March 2026</strong>")
                .contains("<th scope=\"row\">Items found illegal</th>")
                .contains("50 % of items assessed", "of these, passed on", "Items found online again")
                .contains("Different addresses first reported in the period.")
                .contains("6 h")
                .contains("too many open")
                .contains("not hidden yet")
                .doesNotContain("th:text", "??");
        Files.writeString(Path.of("target/figures.html"), page); // to look at
    }

    @Test
    void a_day_that_is_none_is_answered_at_its_field() throws Exception {
        assertThat(page("?from=never")
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("id=\"from-error\"", "a day such as 2026-03-31")
                .doesNotContain("<caption>");
        api("?from=never")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value(containsString("from")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "senior-analyst", "takedown-officer", "liaison-officer", "auditor", "partner"})
    void nobody_else_sees_them(String role) throws Exception {
        mvc.perform(get("/api/figures").with(token(role))).andExpect(status().isForbidden());
        mvc.perform(get("/").with(login(role))).andExpect(status().isForbidden());
    }

    @Test
    void without_a_token_or_log_in_nobody_comes_in() throws Exception {
        mvc.perform(get("/api/figures")).andExpect(status().isUnauthorized());
        mvc.perform(get("/").accept("text/html")).andExpect(status().is3xxRedirection());
    }

    @ParameterizedTest
    @ValueSource(strings = {"assessor-national", "administrator"})
    void the_national_assessor_and_the_administrator_see_them(String role) throws Exception {
        mvc.perform(get("/api/figures").with(token(role))).andExpect(status().isOk());
        mvc.perform(get("/").with(login(role))).andExpect(status().isOk());
    }

    /** Takedown is ahead of assessment, assessment of intake, and everything comes twice. */
    private static List<Received<Event>> oneDay() {
        UUID gone = UUID.randomUUID();
        UUID online = UUID.randomUUID();
        UUID hidden = UUID.randomUUID();
        UUID waiting = UUID.randomUUID();
        UUID number = UUID.randomUUID();
        UUID notice = UUID.randomUUID();
        EventStory story = new EventStory();
        story.atHour(0)
                .reported(gone)
                .reported(online)
                .reported(hidden)
                .reported(waiting)
                .reported(number)
                .reportedAgain(gone);
        story.atHour(2)
                .found(gone, Verdict.ILLEGAL)
                .found(online, Verdict.ILLEGAL)
                .found(hidden, Verdict.NOT_ACCESSIBLE)
                .triaged(number, TriageRoute.POLICE);
        story.atHour(2.5).removed(online).atHour(2.8).onlineAgain(online);
        story.atHour(3).referred(gone).atHour(10).noticeSent(notice, gone);
        story.atHour(16).answered(notice, HostAnswer.REMOVED, gone).removed(gone);
        List<Received<Event>> events = story.events();
        List<Received<Event>> lateFirst = events.stream()
                .sorted(Comparator.<Received<Event>>comparingInt(
                                e -> -e.aggregate().topic().ordinal())
                        .thenComparing(Received::time))
                .toList();
        return Stream.concat(lateFirst.stream(), events.stream()).toList();
    }

    private List<Integer> counts(String... ids) throws Exception {
        MockHttpServletResponse answer =
                api(MARCH).andExpect(status().isOk()).andReturn().getResponse();
        var json = JsonPath.parse(answer.getContentAsString());
        return Arrays.stream(ids)
                .map(id -> json.<List<Integer>>read("$.counts[?(@.id == '" + id + "')].value")
                        .getFirst())
                .toList();
    }

    private ResultActions api(String query) throws Exception {
        return mvc.perform(get("/api/figures" + query).with(token("assessor-national")));
    }

    private ResultActions page(String query) throws Exception {
        return mvc.perform(get("/" + query).with(login("assessor-national")));
    }

    private static MockHttpServletRequestBuilder get(String path) {
        return MockMvcRequestBuilders.get("/needs-assessment" + path).contextPath("/needs-assessment");
    }

    private static RequestPostProcessor token(String role) {
        return jwt().authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    private static RequestPostProcessor login(String role) {
        return oidcLogin().authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }
}
