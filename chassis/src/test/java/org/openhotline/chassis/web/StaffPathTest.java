// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.chassis.security.AccessRules;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** A service that serves the public at its root and keeps its staff pages below a path of its own. */
@SpringBootTest(
        classes = StaffPathTest.Mixed.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=chassis",
            "spring.application.name=assessment",
            "server.servlet.context-path=/",
            "openhotline.staff-path=/inner",
            "openhotline.staff-origin=http://staff.example",
            "openhotline.public-origin=http://public.example",
            "openhotline.web.max-body=2KB",
            "openhotline.web.streamed=/inner/api/stream",
            "openhotline.web.max-streamed-body=4KB",
            "openhotline.country=src/test/resources/country/demo.yaml"
        })
@AutoConfigureMockMvc
class StaffPathTest {
    private static final StubIssuer ISSUER = new StubIssuer();

    @LocalServerPort
    int port;

    @Autowired
    MockMvc mvc;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("openhotline.issuer", ISSUER::issuer);
    }

    @AfterAll
    static void stop() {
        ISSUER.stop();
    }

    @SpringBootConfiguration
    @Import({WithoutBrokerAndStore.class, Pages.class})
    static class Mixed {
        @Bean
        AccessRules accessRules() {
            return AccessRules.rules()
                    .open("/", "/api/open")
                    .api("/inner/api/**", Role.PARTNER, Role.AUDITOR)
                    .pages("/inner/**", Role.ANALYST);
        }
    }

    @Controller
    static class Pages {
        @GetMapping("/")
        String open() {
            return "sample/public";
        }

        @GetMapping("/inner/desk")
        String staff(Actor actor, Model model) {
            model.addAttribute("actor", actor.id());
            return "sample/staff";
        }

        @GetMapping("/inner/api/whoami")
        @ResponseBody
        String whoAmI(Actor actor) {
            return actor.id();
        }

        @PostMapping({"/inner/api/stream", "/api/open"})
        @ResponseBody
        String count(HttpServletRequest request) throws IOException {
            return String.valueOf(request.getInputStream().readAllBytes().length);
        }
    }

    private static final String[] STAFF_SIDE = {
        "/inner",
        "/inner/",
        "/inner/desk",
        "/inner/nowhere",
        "/inner/api/whoami",
        "/inner/api/stream",
        "/inner/kit/openhotline.css",
        "/inner/login/oauth2/code/keycloak",
        "/inner/oauth2/authorization/keycloak",
        "/inner/logout",
        "/inner/logout/connect/back-channel/keycloak"
    };

    @Test
    void nothing_of_the_staffs_is_there_by_the_public_origin() {
        String nowhere = byPublicOrigin("GET", "/nowhere").body();
        assertThat(nowhere).contains("/kit/openhotline.css").doesNotContain("/inner", "staff.example", "logout");
        for (String path : STAFF_SIDE) {
            for (String method : new String[] {"GET", "POST", "PUT"}) {
                HttpResponse<String> answer = byPublicOrigin(method, path);
                assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(404);
                assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
                assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElseThrow())
                        .doesNotContain(ISSUER.issuer().substring(0, 12));
            }
        }
    }

    @Test
    void neither_account_nor_token_changes_that() throws Exception {
        for (String path : STAFF_SIDE) {
            mvc.perform(get("http://public.example" + path)
                            .with(oidcLogin().authorities(new SimpleGrantedAuthority("ROLE_analyst"))))
                    .andExpect(status().isNotFound());
            mvc.perform(get("http://public.example" + path)
                            .with(jwt().authorities(new SimpleGrantedAuthority("ROLE_auditor"))))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void the_public_side_stays_without_session_cookie_or_log_in() {
        HttpResponse<String> page = Http.get(url("/"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.body()).contains("href=\"/kit/openhotline.css\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self';");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/logout",
                "/desk",
                "/oauth2/authorization/keycloak",
                "/login/oauth2/code/keycloak",
                "/logout/connect/back-channel/keycloak"
            })
    void no_log_in_is_outside_the_staff_path(String path) {
        assertThat(Http.get(url(path)).statusCode()).isEqualTo(404);
        assertThat(Http.send("POST", url(path)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_staff_page_logs_in_and_out_below_the_staff_path() {
        HttpResponse<String> wanted = Http.get(url("/inner/desk"));
        assertThat(wanted.headers().firstValue("Location").orElseThrow())
                .endsWith("/inner/oauth2/authorization/keycloak");
        String cookie = wanted.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("OH_ASSESSMENT=").contains("; Path=/inner;");
        String session = logIn(cookie.split(";")[0]);

        HttpResponse<String> page = Http.get(url("/inner/desk"), "Cookie", session);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("href=\"/inner/kit/openhotline.css\"", "action=\"/inner/logout\"", "Ada Analyst");
        assertThat(Http.get(url("/inner/kit/openhotline.css")).statusCode()).isEqualTo(200);

        HttpResponse<String> elsewhere = Http.post(
                url("/inner/logout/connect/back-channel/keycloak"),
                "logout_token=" + ISSUER.logoutToken("assessment", "s-inner"),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(elsewhere.statusCode()).isEqualTo(200);
        assertThat(Http.get(url("/inner/desk"), "Cookie", session).statusCode()).isEqualTo(302);
    }

    @Test
    void a_streamed_path_takes_more_than_the_others_and_not_without_end() {
        String token = "Bearer " + ISSUER.accessToken(claims -> {});
        assertThat(Http.post(url("/inner/api/stream"), "x".repeat(4096), "Authorization", token)
                        .body())
                .isEqualTo("4096");
        assertThat(Http.post(url("/inner/api/stream"), "x".repeat(4097), "Authorization", token)
                        .statusCode())
                .isEqualTo(413);
        assertThat(Http.post(url("/api/open"), "x".repeat(2049)).statusCode()).isEqualTo(413);
    }

    private String logIn(String cookie) {
        String asked = Http.get(url("/inner/oauth2/authorization/keycloak"), "Cookie", cookie)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(asked).contains("redirect_uri=http://staff.example/inner/login/oauth2/code/keycloak");
        ISSUER.nextIdToken = ISSUER.idToken("assessment", parameter(asked, "nonce"), "s-inner", List.of("analyst"));
        HttpResponse<String> back = Http.get(
                url("/inner/login/oauth2/code/keycloak?code=abc&state=" + parameter(asked, "state")), "Cookie", cookie);
        assertThat(back.headers().firstValue("Location").orElseThrow()).endsWith("/inner/desk");
        return back.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static String parameter(String address, String name) {
        return Pattern.compile("[?&]" + name + "=([^&]+)")
                .matcher(address)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private HttpResponse<String> byPublicOrigin(String method, String path) {
        return Http.send(method, url(path), "X-Forwarded-Host", "public.example", "X-Forwarded-Port", "80");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
