// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.chassis.security.Denial;
import org.openhotline.contracts.staff.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

@SampleService
class AccessTest {
    private static final Set<Role> ACCOUNTS = EnumSet.complementOf(EnumSet.of(Role.SYSTEM, Role.HOST));

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleApplication.Heard heard;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_page_admits_its_roles_and_no_other(Role role) throws Exception {
        int desk = EnumSet.of(Role.ANALYST, Role.SENIOR_ANALYST).contains(role) ? 200 : 403;
        int police = role == Role.LIAISON_OFFICER ? 200 : 403;

        mvc.perform(get("/desk/queue").with(oidcLogin().authorities(authority(role))))
                .andExpect(status().is(desk));
        mvc.perform(get("/police/desk").with(oidcLogin().authorities(authority(role))))
                .andExpect(status().is(police));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_call_admits_its_roles_and_no_other(Role role) throws Exception {
        mvc.perform(get("/api/whoami").with(jwt().authorities(authority(role))))
                .andExpect(status().is(role == Role.AUDITOR ? 200 : 403));
    }

    @Test
    void the_actor_is_the_account_with_its_roles() throws Exception {
        mvc.perform(get("/api/whoami")
                        .with(jwt().jwt(token -> token.subject("account-7")).authorities(authority(Role.AUDITOR))))
                .andExpect(jsonPath("$.id").value("account-7"))
                .andExpect(jsonPath("$.roles[0]").value("AUDITOR"));
    }

    @Test
    void roles_that_are_nobodys_account_open_nothing() {
        assertThat(ACCOUNTS)
                .allSatisfy(role -> assertThat(Role.ofAccount(role.wireName())).contains(role));
        assertThat(Role.ofAccount("system")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/hidden", "/error", "/v3/api-docs", "/login", "/actuator/health", "/desk/../hidden"
            })
    void what_no_rule_lists_is_refused_whoever_asks(String path) {
        assertThat(Http.get(url(path)).statusCode()).isIn(400, 404);
        assertThat(Http.send("POST", url(path)).statusCode()).isIn(400, 404);
        assertThat(Http.send("DELETE", url(path)).statusCode()).isIn(400, 404);
    }

    @Test
    void a_mapped_path_that_no_rule_lists_is_refused_to_every_account() throws Exception {
        GrantedAuthority[] all = ACCOUNTS.stream().map(AccessTest::authority).toArray(GrantedAuthority[]::new);

        mvc.perform(get("/hidden").with(oidcLogin().authorities(all))).andExpect(status().isNotFound());
        mvc.perform(get("/hidden").with(jwt().authorities(all))).andExpect(status().isNotFound());
    }

    @Test
    void a_page_sends_a_browser_to_the_log_in() {
        var response = Http.get(url("/desk/queue"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/assessment/oauth2/authorization/keycloak"));
    }

    @Test
    void the_start_page_tells_an_account_without_a_role_which_are_needed() throws Exception {
        mvc.perform(get("/").with(oidcLogin().authorities(authority(Role.AUDITOR))))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("analyst")))
                .andExpect(content().string(containsString("liaison-officer")))
                .andExpect(content().string(containsString("/logout")));
    }

    @Test
    void a_form_of_a_page_needs_its_token() throws Exception {
        var analyst = oidcLogin().authorities(authority(Role.ANALYST));

        mvc.perform(post("/desk/claim").with(analyst))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("This form is too old")));
        mvc.perform(post("/desk/claim").with(analyst).with(csrf())).andExpect(status().isOk());
    }

    @Test
    void a_call_without_a_token_is_told_so() throws Exception {
        mvc.perform(get("/api/whoami"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", containsString("Bearer")))
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(jsonPath("$.type").value("urn:openhotline:problem:token-needed"));
    }

    @Test
    void whoever_is_not_let_in_is_heard_of_by_route_and_account_alone() throws Exception {
        heard.all.clear();
        String secret = "/police/7K4M-9QRT-2HXC?address=reported.example";

        mvc.perform(get(secret)
                .with(oidcLogin().idToken(token -> token.subject("account-7")).authorities(authority(Role.ANALYST))));
        mvc.perform(get("/api/whoami?address=reported.example"));
        mvc.perform(get("/api/whoami").header("Authorization", "Bearer x.y.z"));
        mvc.perform(get("/desk/items/7K4M/own")
                .with(oidcLogin().idToken(token -> token.subject("account-8")).authorities(authority(Role.ANALYST))));

        assertThat(heard.all)
                .containsExactly(
                        new Denial(Optional.of("account-7"), "GET", "/police/**", "role"),
                        new Denial(Optional.empty(), "GET", "/api/**", "token"),
                        new Denial(Optional.empty(), "GET", "/api/**", "token"),
                        new Denial(Optional.of("account-8"), "GET", "/desk/items/{id}/own", "rule"));
    }

    @Test
    void whoever_is_let_in_or_has_lost_the_way_is_not_heard_of() throws Exception {
        heard.all.clear();

        mvc.perform(get("/desk/queue").with(oidcLogin().authorities(authority(Role.ANALYST))));
        mvc.perform(get("/desk/queue"));
        mvc.perform(get("/nowhere"));
        mvc.perform(get("/open/fail/missing"));

        assertThat(heard.all).isEmpty();
    }

    @Test
    void a_call_outside_the_api_folder_gets_a_document_too() throws Exception {
        mvc.perform(get("/tlog/checkpoint"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("Content-Type", "application/problem+json"));
    }

    @Test
    void a_log_in_does_not_open_calls_and_a_token_does_not_open_pages() {
        assertThat(Http.get(url("/api/whoami"), "Cookie", "OH_ASSESSMENT=x").statusCode())
                .isEqualTo(401);
        assertThat(Http.get(url("/desk/queue"), "Authorization", "Bearer x.y.z").statusCode())
                .isEqualTo(302);
    }

    @Test
    void open_paths_work_while_the_identity_provider_is_down() {
        assertThat(Http.get(url("/open/page")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_log_in_while_the_identity_provider_is_down_is_told_so_here() {
        var response = Http.get(url("/oauth2/authorization/keycloak"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("The log-in service does not answer");
    }

    @Test
    void a_call_while_the_identity_provider_is_down_is_asked_to_come_back() {
        String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

        var response = Http.get(url("/api/whoami"), "Authorization", "Bearer " + token);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).contains("login-unreachable");
    }

    @Test
    void open_paths_and_calls_set_no_cookie_even_where_a_controller_wants_a_session() {
        for (String path :
                new String[] {"/open/page", "/open/session", "/api/whoami", "/kit/openhotline.css", "/nowhere"}) {
            assertThat(Http.get(url(path)).headers().allValues("Set-Cookie"))
                    .as(path)
                    .isEmpty();
        }
        assertThat(Http.get(url("/open/session")).statusCode()).isEqualTo(500);
    }

    private String url(String path) {
        return "http://localhost:" + port + "/assessment" + path;
    }

    private static GrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.wireName());
    }
}
