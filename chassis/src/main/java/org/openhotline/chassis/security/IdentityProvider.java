// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.security;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The Keycloak realm of the staff. All its addresses are derived from the issuer, so that nothing is looked up when a
 * service starts.
 *
 * @param issuer the realm, for example {@code http://localhost:8280/realms/openhotline}
 * @param client the service's name, which is its client id too
 * @param staffOrigin where browsers see the staff pages, without a slash at the end
 * @param contextPath of this service below that origin
 * @param staffPath where staff pages are below the context path; empty where the whole service is for staff
 */
record IdentityProvider(
        String issuer,
        String client,
        Optional<String> clientSecret,
        String staffOrigin,
        String contextPath,
        String staffPath) {
    static final String REGISTRATION = "keycloak";
    static final String AUDIENCE = "openhotline";
    private static final String LOGIN = "/oauth2/authorization";
    private static final String CALLBACK = "/login/oauth2/code/" + REGISTRATION;

    static IdentityProvider of(Environment environment) {
        return new IdentityProvider(
                trimmed(environment.getProperty("openhotline.issuer", "http://localhost:8280/realms/openhotline")),
                environment.getProperty("spring.application.name", "openhotline"),
                Optional.ofNullable(environment.getProperty("openhotline.client-secret"))
                        .filter(secret -> !secret.isBlank()),
                trimmed(environment.getProperty("openhotline.staff-origin", "http://localhost:8090")),
                trimmed(environment.getProperty("server.servlet.context-path", "")),
                trimmed(environment.getProperty("openhotline.staff-path", "")));
    }

    /** Below which Spring Security begins log-ins; the registration's name follows. */
    String loginBase() {
        return staffPath + LOGIN;
    }

    String login() {
        return loginBase() + "/" + REGISTRATION;
    }

    String callback() {
        return staffPath + CALLBACK;
    }

    String logOut() {
        return staffPath + "/logout";
    }

    /** Path of the session cookie. */
    String cookiePath() {
        return (contextPath + staffPath).isEmpty() ? "/" : contextPath + staffPath;
    }

    /** The scheme, host and port at which browsers log in and out. */
    String loginOrigin() {
        URI uri = URI.create(issuer);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** A client with a secret where one is given, a public one otherwise; always with PKCE (RFC 7636). */
    ClientRegistration registration() {
        ClientRegistration.Builder client = ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(this.client)
                .clientAuthenticationMethod(
                        clientSecret.isPresent()
                                ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                                : ClientAuthenticationMethod.NONE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(staffOrigin + contextPath + callback())
                .scope("openid", "profile")
                .userNameAttributeName("sub")
                .issuerUri(issuer)
                .authorizationUri(endpoint("auth"))
                .tokenUri(endpoint("token"))
                .jwkSetUri(endpoint("certs"))
                .userInfoUri(endpoint("userinfo"))
                .providerConfigurationMetadata(Map.of("end_session_endpoint", endpoint("logout")));
        clientSecret.ifPresent(client::clientSecret);
        return client.build();
    }

    /** Checks signature (RS256 only), issuer, times and audience of an access token. Fetches the keys when first needed. */
    JwtDecoder accessTokens() {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(endpoint("certs"))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(new RestTemplate(impatient()))
                .build();
        decoder.setJwtValidator(accessTokenValidator());
        return decoder;
    }

    OAuth2TokenValidator<Jwt> accessTokenValidator() {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer), IdentityProvider::audience);
    }

    private static OAuth2TokenValidatorResult audience(Jwt token) {
        return token.getAudience() != null && token.getAudience().contains(AUDIENCE)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_token", "The token is not for this audience.", null));
    }

    /** Whether it answers now. A browser that is sent to one that does not would wait without a word. */
    boolean answers() {
        try {
            return RestClient.builder()
                    .requestFactory(impatient())
                    .build()
                    .get()
                    .uri(URI.create(endpoint("certs")))
                    .exchange((request, answer) -> !answer.getStatusCode().is5xxServerError());
        } catch (ResourceAccessException e) {
            return false;
        }
    }

    /** Whether a log-in failed because the identity provider did not answer, and not because of the log-in itself. */
    static boolean wasSilent(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, t -> t != null, t -> t == null ? null : t.getCause())
                .anyMatch(t -> t instanceof IOException || t instanceof HttpServerErrorException);
    }

    /** Changes the code of a log-in for tokens. The stock client waits for ever. */
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(impatient())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    /** Asks for what the id token does not say. The stock one waits for ever. */
    OAuth2UserService<OAuth2UserRequest, OAuth2User> userInfo() {
        RestTemplate requests = new RestTemplate(impatient());
        requests.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService users = new DefaultOAuth2UserService();
        users.setRestOperations(requests);
        return users;
    }

    // A hanging identity provider must not hold requests for long.
    private static SimpleClientHttpRequestFactory impatient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(Duration.ofSeconds(2));
        requests.setReadTimeout(Duration.ofSeconds(5));
        return requests;
    }

    private String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    private static String trimmed(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
