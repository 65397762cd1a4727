// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@SampleService
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {
    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "invalid,   400, invalid-input",
        "missing,   404, not-found",
        "conflict,  409, conflict",
        "forbidden, 403, not-allowed",
        "store,     503, unavailable",
        "other,     500, internal"
    })
    void a_call_gets_a_problem_document(String how, int status, String code) throws Exception {
        mvc.perform(get("/api/open/fail/" + how))
                .andExpect(status().is(status))
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(jsonPath("$.type").value("urn:openhotline:problem:" + code))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(jsonPath("$.detail").isNotEmpty())
                .andExpect(jsonPath("$.instance").doesNotExist())
                .andExpect(content().string(not(containsString("reported.example"))));
    }

    @ParameterizedTest
    @CsvSource({"invalid, 400", "missing, 404", "conflict, 409", "forbidden, 403", "store, 503", "other, 500"})
    void a_browser_gets_a_page_in_plain_words(String how, int status) throws Exception {
        mvc.perform(get("/open/fail/" + how))
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("<h1>")))
                .andExpect(content().string(not(containsString("reported.example"))));
    }

    @Test
    void an_invalid_field_is_named_with_what_is_allowed() throws Exception {
        mvc.perform(get("/api/open/fail/invalid"))
                .andExpect(jsonPath("$.errors.length()").value(1))
                .andExpect(jsonPath("$.errors[0].pointer").value("#/addresses/3/kind"))
                .andExpect(jsonPath("$.errors[0].detail").value("is not a kind"))
                .andExpect(jsonPath("$.errors[0].allowed").value("web, onion"));
    }

    @Test
    void a_store_that_is_down_is_said_with_a_time_to_come_back() throws Exception {
        mvc.perform(get("/api/open/fail/store")).andExpect(header().string("Retry-After", "30"));
        mvc.perform(get("/open/fail/store")).andExpect(header().string("Retry-After", "30"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"items\":[{\"address\":\" \",\"count\":1}]}                          | #/items/0/address | is empty | a web address",
                "{\"items\":[{\"address\":\"a\",\"count\":\"reported.example\"}]}       | #/items/0/count | cannot be read as JSON of the documented shape |",
                "{\"items\":[{\"address\":\"a\",\"count\":1,\"reported.example\":1}]}   | #/items/0 | has a key that is not known | address, count",
                "{\"items\":[{\"address\":\"reported.example                            | #/items/0/address | cannot be read as JSON of the documented shape |"
            })
    void a_body_that_cannot_be_read_is_answered_with_the_place_but_not_the_value(
            String body, String pointer, String detail, String allowed) throws Exception {
        var answer = mvc.perform(post("/api/open/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.strip()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value(pointer))
                .andExpect(jsonPath("$.errors[0].detail").value(detail))
                .andExpect(content().string(not(containsString("reported.example"))));
        if (allowed != null) {
            answer.andExpect(jsonPath("$.errors[0].allowed").value(allowed));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /open/nothing,     404",
        "GET,    /api/open/nothing, 404",
        "DELETE, /open/page,        405",
        "DELETE, /api/open/orders,  405",
        "POST,   /api/open/orders,  415",
        "GET,    /open/number/x,    400",
        "GET,    /open/%2e%2e/x,    400"
    })
    void what_the_framework_refuses_is_answered_in_our_words(String method, String path, int status) {
        HttpResponse<String> response = Http.send(method, url(path), "Content-Type", "text/csv");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith(path.startsWith("/api/") ? "application/problem+json" : "text/html");
        assertThat(response.body())
                .contains(path.startsWith("/api/") ? "urn:openhotline:problem:" : "Demoland Hotline");
    }

    @Test
    void a_refused_method_says_which_are_allowed() {
        assertThat(Http.send("DELETE", url("/api/open/orders")).headers().firstValue("Allow"))
                .contains("POST");
    }

    @Test
    void a_broken_template_is_answered_and_logged_without_its_values(CapturedOutput output) {
        HttpResponse<String> response = Http.get(url("/open/broken"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("Something broke on our side").doesNotContain("secret");
        assertThat(output).contains("could not be answered").doesNotContain("reported.example");
    }

    @Test
    void a_failure_is_logged_with_its_place_and_without_its_message(CapturedOutput output) {
        Http.get(url("/open/fail/other"));

        assertThat(output)
                .contains("java.lang.IllegalStateException")
                .contains("SampleApplication")
                .doesNotContain("reported.example");
    }

    @Test
    void a_problem_page_speaks_the_language_that_was_asked_for() throws Exception {
        mvc.perform(get("/open/fail/missing?lang=ar"))
                .andExpect(content()
                        .string(allOf(
                                containsString("lang=\"ar\""),
                                containsString("dir=\"rtl\""),
                                containsString("لا يوجد شيء هنا"),
                                not(containsString("There is no such item.")))));
    }

    @Test
    void a_problem_page_in_english_adds_what_happened_in_this_case() throws Exception {
        mvc.perform(get("/open/fail/missing")).andExpect(content().string(containsString("There is no such item.")));
    }

    private String url(String path) {
        return "http://localhost:" + port + "/assessment" + path;
    }
}
