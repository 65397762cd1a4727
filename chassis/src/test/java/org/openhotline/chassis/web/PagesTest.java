// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=chassis",
            "spring.application.name=assessment",
            "openhotline.country=src/test/resources/country/demo.yaml"
        })
@AutoConfigureMockMvc
class PagesTest {
    @Autowired
    MockMvc mvc;

    @Test
    void pages_stand_in_the_layout_of_their_readers() throws Exception {
        String page = mvc.perform(get("/assessment/open/page").contextPath("/assessment"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Files.writeString(Path.of("target/public.html"), page);
        page = mvc.perform(get("/assessment/open/page?lang=ar").contextPath("/assessment"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Files.writeString(Path.of("target/public-ar.html"), page);
        page = mvc.perform(get("/assessment/desk/queue")
                        .contextPath("/assessment")
                        .with(oidcLogin()
                                .idToken(t -> t.claim("name", "Ada Analyst"))
                                .authorities(
                                        new SimpleGrantedAuthority("ROLE_analyst"),
                                        new SimpleGrantedAuthority("ROLE_auditor"))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ada Analyst")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Files.writeString(Path.of("target/staff.html"), page);
        page = mvc.perform(get("/assessment/desk/queue")
                        .contextPath("/assessment")
                        .with(oidcLogin().authorities(new SimpleGrantedAuthority("ROLE_auditor"))))
                .andExpect(status().isForbidden())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Files.writeString(Path.of("target/role.html"), page);
    }
}
