// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

@SampleService
class LayoutsTest {
    @Autowired
    MockMvc mvc;

    @Test
    void the_navigation_bar_shows_the_places_that_the_roles_open() throws Exception {
        assertThat(staffPage("ROLE_analyst", "ROLE_auditor"))
                .containsPattern("href=\"http://staff.example/assessment/\"[^>]*aria-current=\"page\"")
                .contains("href=\"http://staff.example/audit/\"")
                .doesNotContain("http://staff.example/takedown/");
    }

    @Test
    void a_staff_page_shows_the_persons_name_and_a_log_out_form_with_its_token() throws Exception {
        assertThat(staffPage("ROLE_analyst"))
                .contains("<bdi>Ada &lt;b&gt; Analyst</bdi>")
                .containsPattern("<form action=\"/logout\" method=\"post\"><input type=\"hidden\" name=\"_csrf\"");
    }

    @Test
    void a_view_of_a_controllers_own_exception_handler_has_the_layout_too() throws Exception {
        assertThat(mvc.perform(get("/desk/refused")
                                .with(oidcLogin().authorities(AuthorityUtils.createAuthorityList("ROLE_analyst"))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Demoland Hotline", "<bdi>again</bdi>");
    }

    @Test
    void a_public_page_switches_languages_by_plain_links() throws Exception {
        String page = publicPage("");

        assertThat(page)
                .contains("<html lang=\"en\" dir=\"ltr\">")
                .containsPattern("href=\"\\?lang=fr\" lang=\"fr\"[^>]*>Français</a>")
                .containsPattern("href=\"\\?lang=ar\" lang=\"ar\" hreflang=\"ar\" dir=\"rtl\"")
                .contains("Demoland Hotline")
                .contains("class=\"skip\" href=\"#main\"");
        assertThat(publicPage("?lang=ar")).contains("<html lang=\"ar\" dir=\"rtl\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?lang=ar"})
    void a_page_needs_no_script_no_inline_style_and_nothing_from_elsewhere(String query) throws Exception {
        assertThat(publicPage(query) + staffPage("ROLE_analyst"))
                .doesNotContainIgnoringCase("<script")
                .doesNotContainPattern("<[^>]+\\sstyle=")
                .doesNotContainPattern("<[^>]+\\son[a-z]+=")
                .doesNotContainPattern("(src|rel=\"stylesheet\" href)=\"(https?:)?//")
                .doesNotContain("xmlns:th")
                .doesNotContain("??");
    }

    // The pages that the browser test and a person look at: target/kit/*.html, self-contained but for the stylesheet.
    @Test
    void the_sample_pages_can_be_looked_at() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/kit"));
        Files.writeString(folder.resolve("public.html"), linked(publicPage("")));
        Files.writeString(folder.resolve("public-ar.html"), linked(publicPage("?lang=ar")));
        Files.writeString(folder.resolve("staff.html"), linked(staffPage("ROLE_analyst", "ROLE_auditor")));
        Files.writeString(folder.resolve("problem.html"), linked(staffPage("ROLE_takedown-officer")));

        assertThat(folder).isDirectoryContaining("glob:**.html");
    }

    private String publicPage(String query) throws Exception {
        return mvc.perform(get("/open/page" + query)).andReturn().getResponse().getContentAsString();
    }

    private String staffPage(String... authorities) throws Exception {
        return mvc.perform(get("/desk/queue")
                        .with(oidcLogin()
                                .idToken(token -> token.claim("name", "Ada <b> Analyst"))
                                .authorities(AuthorityUtils.createAuthorityList(authorities))))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String linked(String page) {
        return page.replace("\"/kit/", "\"../classes/static/kit/");
    }
}
