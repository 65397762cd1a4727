// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A realm's administration interface, read with the service account of a client that may view events and nothing else. */
final class KeycloakRealm {
    private static final Duration SPARE = Duration.ofSeconds(10);

    private final RestClient http;
    private final JsonMapper json;
    private final String issuer;
    private final String client;
    private final String secret;
    private final InstantSource clock;
    private @Nullable Token token;

    private record Token(String text, Instant until) {}

    /** @param issuer the realm, for example {@code http://localhost:8280/realms/openhotline} */
    KeycloakRealm(String issuer, String client, String secret, JsonMapper json, InstantSource clock) {
        this.http = RestClient.builder().requestFactory(impatient()).build();
        this.json = json;
        this.issuer = issuer.replaceFirst("/$", "");
        this.client = client;
        this.secret = secret;
        this.clock = clock;
    }

    /** @param path below the realm, with its query */
    synchronized JsonNode read(String path) {
        String answer = http.get()
                .uri(administration() + path)
                .headers(headers -> headers.setBearerAuth(token()))
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(String.class);
        return json.readTree(Objects.requireNonNull(answer, "an empty answer"));
    }

    private String administration() {
        int realm = issuer.lastIndexOf("/realms/");
        return issuer.substring(0, realm) + "/admin" + issuer.substring(realm);
    }

    private String token() {
        Token present = token;
        if (present == null || !clock.instant().isBefore(present.until())) {
            present = fresh();
            token = present;
        }
        return present.text();
    }

    private Token fresh() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        Instant asked = clock.instant();
        String answer = http.post()
                .uri(issuer + "/protocol/openid-connect/token")
                .headers(headers -> headers.setBasicAuth(client, secret))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(String.class);
        JsonNode token = json.readTree(Objects.requireNonNull(answer, "an empty answer"));
        Duration lives = Duration.ofSeconds(token.path("expires_in").asLong(0));
        return new Token(
                token.path("access_token").asString(""), asked.plus(lives).minus(SPARE));
    }

    private static SimpleClientHttpRequestFactory impatient() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(Duration.ofSeconds(2));
        requests.setReadTimeout(Duration.ofSeconds(10));
        return requests;
    }
}
