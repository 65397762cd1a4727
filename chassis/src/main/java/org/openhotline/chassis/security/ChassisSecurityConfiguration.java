// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.country.PublicForm;
import org.openhotline.contracts.staff.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Puts a service's {@link AccessRules} into force, gives controllers their {@link Actor} and sets security headers. */
@AutoConfiguration(
        before = {
            ManagementWebSecurityAutoConfiguration.class,
            OAuth2ClientWebSecurityAutoConfiguration.class,
            OAuth2ResourceServerAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ChassisSecurityConfiguration {

    /** Before all other filters but those that find out host, scheme and character set. */
    private static final int HEADERS_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    private final IdentityProvider provider;
    private final StaffSide staff;

    ChassisSecurityConfiguration(Environment environment) {
        provider = IdentityProvider.of(environment);
        staff = StaffSide.of(environment);
    }

    @Bean
    @ConditionalOnMissingBean
    AccessRules accessRules() {
        return AccessRules.rules();
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder accessTokens() {
        return provider.accessTokens();
    }

    @Bean
    StaffSide staffSide() {
        return staff;
    }

    @Bean
    FilterChains filterChains(AccessRules rules, Refusals refusals) {
        return new FilterChains(rules.withWhatEveryServiceHas(staff), staff, refusals, provider);
    }

    /** One for each filter of each request would cost more than it tells. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    // On the service's own port these paths are like any that nobody lists.
    @Bean
    @Order(1)
    SecurityFilterChain managementChain(HttpSecurity http) {
        return FilterChains.stateless(http.securityMatcher(ChassisSecurityConfiguration::isOnManagementPort))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(EndpointRequest.to("health", "prometheus", "parked"))
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(e -> e.authenticationEntryPoint(
                        (request, response, reason) -> response.setStatus(HttpServletResponse.SC_NOT_FOUND)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain openChain(FilterChains chains) {
        return chains.open();
    }

    @Bean
    @Order(3)
    SecurityFilterChain apiChain(FilterChains chains, HttpSecurity http, JwtDecoder accessTokens) {
        return chains.api(http, accessTokens);
    }

    @Bean
    @Order(4)
    SecurityFilterChain pagesChain(FilterChains chains, HttpSecurity http, LiveSessions sessions) {
        return chains.pages(http, sessions);
    }

    @Bean
    @Order(5)
    SecurityFilterChain refusingChain(FilterChains chains, HttpSecurity http) {
        return chains.everythingElse(http);
    }

    @Bean
    LiveSessions liveSessions() {
        return new LiveSessions();
    }

    @Bean
    SessionCookie sessionCookie() {
        return new SessionCookie(provider);
    }

    @Bean
    ActorArguments actorArguments() {
        return new ActorArguments();
    }

    @Bean
    RequestRejectedHandler malformedRequests(Refusals refusals) {
        return (request, response, reason) -> refusals.answer(request, response, new Refusal.Malformed());
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders(
            AccessRules rules,
            CountryProfile country,
            @Value("${openhotline.web.public-form:false}") boolean publicForm) {
        FilterRegistrationBean<SecurityHeaders> filter = new FilterRegistrationBean<>(new SecurityHeaders(
                rules.withWhatEveryServiceHas(staff),
                staff,
                provider.loginOrigin(),
                publicForm ? country.form() : PublicForm.PLAIN));
        filter.setOrder(HEADERS_ORDER);
        return filter;
    }

    private static boolean isOnManagementPort(HttpServletRequest request) {
        return WebServerApplicationContext.hasServerNamespace(
                WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()), "management");
    }
}
