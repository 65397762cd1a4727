// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Log-in, log-out and tokens against an identity provider that answers. */
@SampleService
class LoginTest {
    private static final StubIssuer ISSUER = new StubIssuer();
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    int port;

    private String lastChallenge = "";

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("openhotline.issuer", ISSUER::issuer);
        registry.add("openhotline.client-secret", () -> "top-secret");
    }

    @AfterAll
    static void stop() {
        ISSUER.stop();
    }

    @BeforeEach
    void noUserInfo() {
        ISSUER.userInfo = "{\"sub\":\"account-7\"}";
    }

    private record Browser(String cookie, HttpResponse<String> last) {}

    @Test
    void a_token_of_our_issuer_for_our_audience_is_let_in() {
        assertThat(call(ISSUER.accessToken(claims -> {})).statusCode()).isEqualTo(200);
        assertThat(call(ISSUER.accessToken(claims -> {})).body()).contains("account-7");
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        assertRefused(claims -> claims.audience("account"));
        assertRefused(claims -> claims.audience((String) null));
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        assertRefused(claims -> claims.issuer("http://localhost:9/realms/other"));
    }

    @Test
    void an_expired_token_is_refused() {
        assertRefused(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
    }

    @Test
    void a_token_that_somebody_else_signed_is_refused() {
        assertThat(call(ISSUER.forgedToken()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_with_another_algorithm_is_refused() {
        assertThat(call(ISSUER.tokenWithConfusedAlgorithm()).statusCode()).isEqualTo(401);
        String unsigned = encoded("{\"alg\":\"none\"}") + "."
                + ISSUER.accessToken(claims -> {}).split("\\.")[1] + ".";
        assertThat(call(unsigned).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_without_the_role_is_told_what_is_missing() {
        HttpResponse<String> response =
                call(ISSUER.accessToken(claims -> claims.claim("realm_access", Map.of("roles", List.of("analyst")))));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("urn:openhotline:problem:role-needed", "auditor");
    }

    @Test
    void a_log_in_asks_for_a_code_with_a_proof_key() throws Exception {
        Map<String, String> asked = query(redirectToProvider(begin()));

        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "assessment")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://staff.example/assessment/login/oauth2/code/keycloak")
                .containsKeys("state", "nonce", "code_challenge");

        Browser browser = logIn("s-pkce", List.of("analyst"));

        assertThat(browser.last().statusCode()).isEqualTo(302);
        Matcher verifier = Pattern.compile("code_verifier=([^&]+)").matcher(ISSUER.lastTokenRequest);
        assertThat(verifier.find()).isTrue();
        assertThat(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256")
                                .digest(verifier.group(1).getBytes(US_ASCII))))
                .isEqualTo(lastChallenge);
        assertThat(ISSUER.lastTokenRequest)
                .startsWith("Basic " + Base64.getEncoder().encodeToString("assessment:top-secret".getBytes(US_ASCII)));
    }

    @Test
    void a_log_in_ends_at_the_page_that_was_wanted_with_the_roles_of_the_id_token() {
        Browser browser = logIn("s-page", List.of("analyst"));

        assertThat(browser.last().headers().firstValue("Location").orElse("")).endsWith("/assessment/desk/queue");
        HttpResponse<String> page = Http.get(url("/desk/queue"), "Cookie", browser.cookie());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Ada Analyst").contains("account-7");
    }

    @Test
    void roles_come_from_the_user_info_where_the_id_token_has_none() {
        ISSUER.userInfo = "{\"sub\":\"account-7\",\"realm_access\":{\"roles\":[\"analyst\"]}}";

        Browser browser = logIn("s-info", List.of());

        assertThat(Http.get(url("/desk/queue"), "Cookie", browser.cookie()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_session_cookie_is_the_services_own() {
        String cookie = begin().last().headers().firstValue("Set-Cookie").orElseThrow();

        assertThat(cookie).startsWith("OH_ASSESSMENT=").contains("; Path=/assessment;", "; HttpOnly", "; SameSite=Lax");
    }

    @Test
    void a_log_in_gets_a_new_session_id() {
        Browser before = begin();

        assertThat(finish(before, "s-fix", List.of("analyst")).cookie()).isNotEqualTo(before.cookie());
    }

    @Test
    void a_log_in_that_went_wrong_is_answered_in_words() {
        HttpResponse<String> response = Http.get(url("/login/oauth2/code/keycloak?error=access_denied&state=x"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The log-in did not work");
    }

    @Test
    void an_identity_provider_that_falls_silent_in_the_middle_is_told_in_words_and_soon() {
        Browser browser = begin();
        String state = query(redirectToProvider(browser)).get("state").replace("=", "%3D");
        ISSUER.answering.acquireUninterruptibly();
        try {
            Instant asked = Instant.now();
            for (String path :
                    List.of("/oauth2/authorization/keycloak", "/login/oauth2/code/keycloak?code=abc&state=" + state)) {
                HttpResponse<String> response = Http.get(url(path), "Cookie", browser.cookie());

                assertThat(response.statusCode()).as(path).isEqualTo(503);
                assertThat(response.headers().firstValue("Retry-After")).isPresent();
                assertThat(response.body()).contains("The log-in service does not answer");
            }
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(25));
        } finally {
            ISSUER.answering.release();
        }
        assertThat(logIn("s-again", List.of("analyst")).last().statusCode()).isEqualTo(302);
    }

    @Test
    void a_log_out_ends_the_session_and_goes_on_to_the_identity_provider() {
        Browser browser = logIn("s-out", List.of("analyst"));
        String page = Http.get(url("/desk/queue"), "Cookie", browser.cookie()).body();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();

        HttpResponse<String> response =
                Http.post(url("/logout"), "_csrf=" + token.group(1), "Content-Type", FORM, "Cookie", browser.cookie());

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElse(""))
                .startsWith(ISSUER.issuer() + "/protocol/openid-connect/logout?id_token_hint=")
                .contains("post_logout_redirect_uri=http://staff.example/");
        assertLoggedOut(browser);
    }

    @Test
    void a_log_out_needs_the_forms_token() {
        Browser browser = logIn("s-forged", List.of("analyst"));

        assertThat(Http.post(url("/logout"), "", "Content-Type", FORM, "Cookie", browser.cookie())
                        .statusCode())
                .isEqualTo(403);
        assertThat(Http.get(url("/logout"), "Cookie", browser.cookie()).statusCode())
                .isEqualTo(404);
        assertThat(Http.get(url("/desk/queue"), "Cookie", browser.cookie()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_log_out_elsewhere_ends_the_session_here_and_no_other() {
        Browser one = logIn("s-one", List.of("analyst"));
        Browser other = logIn("s-other", List.of("analyst"));

        HttpResponse<String> response = Http.post(
                url("/logout/connect/back-channel/keycloak"),
                "logout_token=" + ISSUER.logoutToken("assessment", "s-one"),
                "Content-Type",
                FORM);

        assertThat(response.statusCode()).isEqualTo(200);
        assertLoggedOut(one);
        assertThat(Http.get(url("/desk/queue"), "Cookie", other.cookie()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_log_out_elsewhere_for_another_client_or_by_a_forger_changes_nothing() {
        Browser browser = logIn("s-stays", List.of("analyst"));

        for (String token : List.of(ISSUER.logoutToken("takedown", "s-stays"), ISSUER.forgedToken(), "x")) {
            assertThat(Http.post(
                                    url("/logout/connect/back-channel/keycloak"),
                                    "logout_token=" + token,
                                    "Content-Type",
                                    FORM)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(Http.get(url("/desk/queue"), "Cookie", browser.cookie()).statusCode())
                .isEqualTo(200);
    }

    private Browser begin() {
        HttpResponse<String> page = Http.get(url("/desk/queue"));
        return new Browser(cookie(page), page);
    }

    private Browser logIn(String session, List<String> roles) {
        return finish(begin(), session, roles);
    }

    private Browser finish(Browser browser, String session, List<String> roles) {
        Map<String, String> asked = query(redirectToProvider(browser));
        lastChallenge = asked.get("code_challenge");
        ISSUER.nextIdToken = ISSUER.idToken("assessment", asked.get("nonce"), session, roles);
        HttpResponse<String> response = Http.get(
                url("/login/oauth2/code/keycloak?code=abc&state="
                        + asked.get("state").replace("=", "%3D")),
                "Cookie",
                browser.cookie());
        return new Browser(cookie(response), response);
    }

    private HttpResponse<String> redirectToProvider(Browser browser) {
        return Http.get(url("/oauth2/authorization/keycloak"), "Cookie", browser.cookie());
    }

    private void assertLoggedOut(Browser browser) {
        assertThat(Http.get(url("/desk/queue"), "Cookie", browser.cookie()).statusCode())
                .isEqualTo(302);
    }

    private void assertRefused(Consumer<JWTClaimsSet.Builder> changes) {
        HttpResponse<String> response = call(ISSUER.accessToken(changes));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("urn:openhotline:problem:token-needed");
    }

    private HttpResponse<String> call(String token) {
        return Http.get(url("/api/whoami"), "Authorization", "Bearer " + token);
    }

    private static Map<String, String> query(HttpResponse<String> redirect) {
        String query = URI.create(redirect.headers().firstValue("Location").orElseThrow())
                .getRawQuery();
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private String url(String path) {
        return "http://localhost:" + port + "/assessment" + path;
    }
}
