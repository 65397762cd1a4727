// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.country.PublicForm;
import org.openhotline.contracts.staff.Role;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FramesTest {
    private static final AccessRules RULES = AccessRules.rules().open("/").pages("/desk/**", Role.ANALYST);
    private static final String ONION = "http://" + "a".repeat(56) + ".onion";

    @Test
    void the_form_shows_only_in_the_frames_that_the_profile_lists() throws Exception {
        MockHttpServletResponse answer = answer("/", embedded());
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("frame-ancestors https://ministry.example https://schools.example;");
        assertThat(answer.getHeader("X-Frame-Options")).isNull();
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void a_staff_page_shows_in_no_frame_whatever_the_profile_lists() throws Exception {
        MockHttpServletResponse answer = answer("/desk/queue", embedded());
        assertThat(answer.getHeader("Content-Security-Policy")).contains("frame-ancestors 'none';");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Onion-Location")).isNull();
    }

    @Test
    void where_nothing_is_listed_no_frame_shows_the_form() throws Exception {
        MockHttpServletResponse answer = answer("/", PublicForm.PLAIN);
        assertThat(answer.getHeader("Content-Security-Policy")).contains("frame-ancestors 'none';");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Onion-Location")).isNull();
    }

    @Test
    void a_tor_browser_is_told_of_the_onion_address_without_the_query() throws Exception {
        assertThat(answer("/", embedded()).getHeader("Onion-Location")).isEqualTo(ONION + "/");
    }

    private static PublicForm embedded() {
        return new PublicForm(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of("https://ministry.example", "https://schools.example")),
                Optional.of(ONION));
    }

    private static MockHttpServletResponse answer(String path, PublicForm form) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString("lang=fr");
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SecurityHeaders(RULES, StaffSide.of(new MockEnvironment()), "https://login.example", form)
                .doFilter(request, response, new MockFilterChain());
        return response;
    }
}
