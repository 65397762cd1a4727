// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Checks that each value is one that browsers know: a misspelt one is ignored without a word. */
@SampleService
class SecurityHeadersTest {
    private static final Map<String, Set<String>> LEGAL = Map.of(
            "Referrer-Policy", Set.of("no-referrer"),
            "X-Content-Type-Options", Set.of("nosniff"),
            "X-Frame-Options", Set.of("DENY"),
            "Cross-Origin-Opener-Policy", Set.of("same-origin"),
            "Cross-Origin-Embedder-Policy", Set.of("require-corp"),
            "Cross-Origin-Resource-Policy", Set.of("same-origin"),
            "Cache-Control", Set.of("no-store"));

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open/page",
                "/open/fail/other",
                "/open/broken",
                "/api/whoami",
                "/desk/queue",
                "/nowhere",
                "/open/%2e%2e/x"
            })
    void every_answer_carries_legal_headers_once(String path) {
        HttpHeaders headers = get(path);

        LEGAL.forEach((name, legal) ->
                assertThat(headers.allValues(name)).as(name).hasSize(1).allMatch(legal::contains));
        assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
        assertThat(headers.allValues("Permissions-Policy")).hasSize(1);
    }

    @Test
    void open_pages_may_send_forms_to_this_origin_alone() {
        assertThat(policy("/open/page"))
                .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                        + " frame-ancestors 'none'; base-uri 'none'");
    }

    @Test
    void staff_pages_may_send_the_log_out_form_on_to_the_identity_provider() {
        assertThat(policy("/desk/queue")).contains("form-action 'self' http://127.0.0.1:9;");
    }

    @Test
    void no_page_allows_a_script() {
        assertThat(policy("/desk/queue")).doesNotContain("script-src").doesNotContain("unsafe");
    }

    @Test
    void the_permissions_policy_is_a_structured_dictionary_of_empty_lists() {
        String value = get("/open/page").firstValue("Permissions-Policy").orElseThrow();

        // RFC 8941: member names in small letters, inner lists in round brackets, a comma between.
        assertThat(value).matches("[a-z-]+=\\(\\)(, [a-z-]+=\\(\\))*");
        assertThat(Arrays.stream(value.split(", ")).collect(Collectors.toSet()))
                .contains("camera=()", "microphone=()", "geolocation=()");
    }

    @Test
    void the_stylesheet_may_be_kept_for_an_hour() {
        assertThat(get("/kit/openhotline.css").allValues("Cache-Control")).containsExactly("max-age=3600");
    }

    @Test
    void the_stylesheet_is_sent_compressed_and_a_page_is_not() {
        assertThat(get("/kit/openhotline.css", "Accept-Encoding", "gzip").firstValue("Content-Encoding"))
                .contains("gzip");
        assertThat(get("/open/page", "Accept-Encoding", "gzip").firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void strict_transport_is_asked_for_behind_tls_only() {
        assertThat(get("/open/page").firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(get("/open/page", "X-Forwarded-Proto", "https").firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000");
    }

    @Test
    void the_proxy_in_front_tells_where_the_browser_is() {
        assertThat(Http.get(
                                "http://localhost:" + port + "/assessment/open/forwarded",
                                "X-Forwarded-Host",
                                "staff.example",
                                "X-Forwarded-Proto",
                                "https",
                                "X-Forwarded-Port",
                                "443")
                        .body())
                .isEqualTo("https://staff.example/assessment/open/forwarded");
    }

    private String policy(String path) {
        return get(path).firstValue("Content-Security-Policy").orElseThrow();
    }

    private HttpHeaders get(String path, String... headers) {
        return Http.get("http://localhost:" + port + "/assessment" + path, headers)
                .headers();
    }
}
