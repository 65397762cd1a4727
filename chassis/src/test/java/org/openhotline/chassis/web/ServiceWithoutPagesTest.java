// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.chassis.security.AccessRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=chassis",
            "spring.application.name=report-intake",
            "server.servlet.context-path=/",
            "openhotline.country=src/test/resources/country/demo.yaml",
            "openhotline.issuer=http://127.0.0.1:9/realms/nobody-listens"
        })
class ServiceWithoutPagesTest {

    @SpringBootConfiguration
    @Import(WithoutBrokerAndStore.class)
    static class PublicService {
        @Bean
        AccessRules accessRules() {
            return AccessRules.rules().open("/");
        }

        @RestController
        static class Start {
            @GetMapping("/")
            String start() {
                return "welcome";
            }
        }
    }

    @Autowired
    ApplicationContext context;

    @Autowired
    FilterChainProxy security;

    @LocalServerPort
    int port;

    @Test
    void its_open_path_works() {
        assertThat(Http.get(url("/")).body()).isEqualTo("welcome");
    }

    @Test
    void it_has_no_log_in_machinery() {
        assertThat(context.getBeanProvider(ClientRegistrationRepository.class)).isEmpty();
        assertThat(security.getFilterChains().stream().map(SecurityFilterChain::getFilters))
                .allSatisfy(filters -> assertThat(filters)
                        .noneMatch(OAuth2LoginAuthenticationFilter.class::isInstance)
                        .noneMatch(OAuth2AuthorizationRequestRedirectFilter.class::isInstance));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorization/keycloak",
                "/login/oauth2/code/keycloak",
                "/login",
                "/logout",
                "/logout/connect/back-channel/keycloak",
                "/api/x"
            })
    void the_paths_of_a_log_in_are_not_there(String path) {
        var response = Http.get(url(path));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
