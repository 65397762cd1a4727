// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.openhotline.chassis.security.AccessRules.Entrance;
import org.openhotline.chassis.security.AccessRules.Rule;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Builds Spring Security's filter chains from the rules: one for each entrance and one that refuses the rest. */
final class FilterChains {
    private static final String BACK_CHANNEL = "/logout/connect/back-channel/" + IdentityProvider.REGISTRATION;

    private final AccessRules rules;
    private final StaffSide staff;
    private final Refusals refusals;
    private final IdentityProvider provider;

    FilterChains(AccessRules rules, StaffSide staff, Refusals refusals, IdentityProvider provider) {
        this.rules = rules;
        this.staff = staff;
        this.refusals = refusals;
        this.provider = provider;
    }

    /** Nobody is asked who they are and nothing is refused, so there is nothing for the other filters to do. */
    SecurityFilterChain open() {
        return new DefaultSecurityFilterChain(
                request -> rules.isFor(Entrance.OPEN, request) && !staff.isHiddenFrom(request), new WithoutSession());
    }

    SecurityFilterChain api(HttpSecurity http, JwtDecoder tokens) {
        JwtAuthenticationConverter accounts = new JwtAuthenticationConverter();
        accounts.setJwtGrantedAuthoritiesConverter(token -> RealmRoles.in(token.getClaims()));
        return stateless(http.securityMatcher(
                        request -> rules.isFor(Entrance.API, request) && !staff.cameByThePublicOrigin(request)))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(oneOfTheRoles()))
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(accounts))
                        .authenticationEntryPoint(tokenNeeded())
                        .accessDeniedHandler(roleNeeded())
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(tokenNeeded()::commence);
                                return filter;
                            }
                        }))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(tokenNeeded()).accessDeniedHandler(roleNeeded()))
                .build();
    }

    /** Log-in, pages and log-out; a chain that never matches where the service has no pages. */
    SecurityFilterChain pages(HttpSecurity http, LiveSessions sessions) {
        if (!rules.hasPages()) {
            return new DefaultSecurityFilterChain(request -> false);
        }
        ClientRegistrationRepository clients = new InMemoryClientRegistrationRepository(provider.registration());
        RequestMatcher pages = new OrRequestMatcher(
                request -> rules.isFor(Entrance.PAGES, request),
                PathPatternRequestMatcher.pathPattern(provider.login()),
                PathPatternRequestMatcher.pathPattern(provider.callback()),
                PathPatternRequestMatcher.pathPattern(staff.path() + BACK_CHANNEL),
                logOut());
        return http.securityMatcher(request -> !staff.cameByThePublicOrigin(request) && pages.matches(request))
                .addFilterBefore(new WithoutStaffPath(staff.path(), BACK_CHANNEL), SecurityContextHolderFilter.class)
                .headers(AbstractHttpConfigurer::disable)
                .addFilterBefore(new AskFirst(provider, refusals), OAuth2AuthorizationRequestRedirectFilter.class)
                .requestCache(cache -> cache.requestCache(wantedPage()))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(oneOfTheRoles()))
                .oauth2Login(login -> login.clientRegistrationRepository(clients)
                        .authorizationEndpoint(begin -> begin.baseUri(provider.loginBase()))
                        .loginPage(provider.login())
                        .loginProcessingUrl(provider.callback())
                        .oidcSessionRegistry(sessions.logins())
                        .failureHandler(
                                (request, response, failure) -> refusals.answer(request, response, whyNot(failure)))
                        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(provider.tokens()))
                        .userInfoEndpoint(
                                user -> user.oidcUserService(users()).userAuthoritiesMapper(RealmRoles::ofLogin)))
                .logout(logout -> logout.logoutRequestMatcher(logOut())
                        .deleteCookies(SessionCookie.nameFor(provider.client()))
                        .logoutSuccessHandler(logOutEverywhere(clients)))
                .oidcLogout(logout -> logout.clientRegistrationRepository(clients)
                        .oidcSessionRegistry(sessions.logins())
                        .backChannel(channel -> channel.logoutHandler(sessions)))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(provider.login()))
                                .accessDeniedHandler(roleNeeded()))
                .build();
    }

    SecurityFilterChain everythingElse(HttpSecurity http) {
        AuthenticationEntryPoint nothingThere =
                (request, response, reason) -> refusals.answer(request, response, new Refusal.Unlisted());
        AccessDeniedHandler nothingThereEither =
                (request, response, reason) -> refusals.answer(request, response, new Refusal.Unlisted());
        return http.securityMatcher(request -> true)
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(nothingThere).accessDeniedHandler(nothingThereEither))
                .build();
    }

    /** A chain without session, cookie, CSRF token, saved request or log-out. */
    static HttpSecurity stateless(HttpSecurity http) {
        return http.headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new WithoutSession(), SecurityContextHolderFilter.class);
    }

    private AuthorizationManager<RequestAuthorizationContext> oneOfTheRoles() {
        return (authentication, context) -> new AuthorizationDecision(rules.ruleFor(context.getRequest()).stream()
                .flatMap(rule -> rule.roles().stream())
                .anyMatch(role -> StaffMember.of(authentication.get())
                        .filter(member -> member.actor().isOneOf(role))
                        .isPresent()));
    }

    private static Refusal whyNot(AuthenticationException failure) {
        return IdentityProvider.wasSilent(failure) ? new Refusal.LoginUnreachable() : new Refusal.LoginFailed();
    }

    private AuthenticationEntryPoint tokenNeeded() {
        BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
        return (request, response, reason) -> {
            if (reason instanceof AuthenticationServiceException) {
                refusals.answer(request, response, new Refusal.LoginUnreachable());
                return;
            }
            challenge.commence(request, response, reason);
            refusals.answer(request, response, new Refusal.TokenNeeded());
        };
    }

    private AccessDeniedHandler roleNeeded() {
        return (request, response, reason) -> refusals.answer(
                request, response, reason instanceof CsrfException ? new Refusal.FormExpired() : missingRole(request));
    }

    private Refusal missingRole(HttpServletRequest request) {
        return rules.ruleFor(request)
                .map(Rule::roles)
                .<Refusal>map(Refusal.RoleNeeded::new)
                .orElseGet(Refusal.Unlisted::new);
    }

    // Without the parameter that the stock cache adds to the address of the page that was wanted.
    @SuppressWarnings("NullAway") // null is documented to switch the parameter off
    private static HttpSessionRequestCache wantedPage() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    // One more round trip only where the realm does not put the roles into the id token.
    private OidcUserService users() {
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(provider.userInfo());
        users.setRetrieveUserInfo(
                request -> !RealmRoles.areIn(request.getIdToken().getClaims()));
        return users;
    }

    private OidcClientInitiatedLogoutSuccessHandler logOutEverywhere(ClientRegistrationRepository clients) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri(provider.staffOrigin() + "/");
        return handler;
    }

    private RequestMatcher logOut() {
        return PathPatternRequestMatcher.pathPattern(HttpMethod.POST, provider.logOut());
    }
}
