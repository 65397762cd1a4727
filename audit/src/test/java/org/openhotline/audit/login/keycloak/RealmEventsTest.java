// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.event.IdentityEvent;
import org.openhotline.contracts.event.IdentityEvent.CredentialChanged;
import org.openhotline.contracts.event.IdentityEvent.LogInFailed;
import org.openhotline.contracts.event.IdentityEvent.LoggedIn;
import org.openhotline.contracts.event.IdentityEvent.RealmChanged;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

class RealmEventsTest {
    private static final Optional<String> ANNA = Optional.of("4f5b2c1e-9d0a-4a6b-8c3d-2e1f0a9b8c7d");
    private static final Optional<String> BEN = Optional.of("5a6c3d2f-8e1b-4b7c-9d4e-3f2a1b0c9d8e");
    private static final Instant AT = Instant.ofEpochMilli(1_772_442_000_123L);

    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private String answer = "[]";
    private HttpServer server;
    private KeycloakRealm realm;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        realm = new KeycloakRealm(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/openhotline",
                "audit",
                "secret",
                JsonMapper.shared(),
                () -> now);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_log_in_is_told_by_account_service_and_time_and_nothing_else() {
        answer = """
                [{"id":"k-1","time":1772442000123,"type":"LOGIN","realmId":"r","clientId":"assessment",
                  "userId":"%s","sessionId":"s-1","ipAddress":"192.0.2.7",
                  "details":{"username":"anna","redirect_uri":"http://localhost:8090/x","code_id":"c"}}]
                """.formatted(ANNA.orElseThrow());

        IdentityEvent told = new RealmLogins(realm).since(AT, 200).getFirst();

        assertThat(told).isEqualTo(new LoggedIn(told.occurrenceId(), ANNA, Optional.of("assessment"), AT));
        assertThat(told.toString()).doesNotContain("192.0.2.7", "anna", "s-1", "8090");
    }

    @Test
    void each_kind_is_told_as_what_it_is() {
        answer = """
                [{"id":"k-1","time":1772442000123,"type":"CLIENT_LOGIN","clientId":"partner-demo","userId":"%1$s"},
                 {"id":"k-2","time":1772442000123,"type":"LOGIN_ERROR","clientId":"takedown","userId":"%1$s",
                  "error":"invalid_user_credentials"},
                 {"id":"k-3","time":1772442000123,"type":"LOGOUT","userId":"%1$s"},
                 {"id":"k-4","time":1772442000123,"type":"UPDATE_PASSWORD","userId":"%1$s"},
                 {"id":"k-5","time":1772442000123,"type":"USER_DISABLED_BY_TEMPORARY_LOCKOUT","userId":"%1$s"}]
                """.formatted(ANNA.orElseThrow());

        List<IdentityEvent> told = new RealmLogins(realm).since(AT, 200);

        assertThat(told)
                .extracting(e -> e.getClass().getSimpleName())
                .containsExactly("LoggedIn", "LogInFailed", "LoggedOut", "CredentialChanged", "LogInFailed");
        assertThat(((LogInFailed) told.get(1)).reason()).isEqualTo("invalid_user_credentials");
        assertThat(((CredentialChanged) told.get(3)).change()).isEqualTo("update-password");
        assertThat(told).extracting(IdentityEvent::occurrenceId).doesNotHaveDuplicates();
    }

    @Test
    void the_same_event_has_the_same_id_whenever_it_is_read() {
        answer = "[{\"id\":\"k-1\",\"time\":1772442000123,\"type\":\"LOGOUT\"}]";
        RealmLogins logins = new RealmLogins(realm);

        assertThat(logins.since(AT, 200)).isEqualTo(logins.since(AT, 100));
    }

    @Test
    void what_a_stranger_typed_does_not_pass_for_an_account_a_service_or_a_reason() {
        answer = """
                [{"id":"k-1","time":1772442000123,"type":"LOGIN_ERROR","clientId":"https://reported.example/",
                  "userId":"f:4f5b:anna@example.org","error":"Not a code. anna@example.org"}]
                """;

        LogInFailed told = (LogInFailed) new RealmLogins(realm).since(AT, 200).getFirst();

        assertThat(told.actor()).isEmpty();
        assertThat(told.client()).isEmpty();
        assertThat(told.reason()).isEqualTo("login-error");
    }

    @Test
    void a_change_by_an_administrator_is_told_with_whose_account_it_is() {
        answer = """
                [{"id":"a-1","time":1772442000123,"operationType":"CREATE","resourceType":"REALM_ROLE_MAPPING",
                  "resourcePath":"users/%2$s/role-mappings/realm",
                  "authDetails":{"realmId":"r","clientId":"c","userId":"%1$s","ipAddress":"192.0.2.7"}},
                 {"id":"a-2","time":1772442000123,"operationType":"UPDATE","resourceType":"REALM","resourcePath":"",
                  "authDetails":{"userId":"%1$s"}},
                 {"id":"a-3","time":1772442000123,"operationType":"DELETE","resourceType":"USER",
                  "resourcePath":"users/%2$s","authDetails":{"userId":"%1$s"},"error":"not_allowed"}]
                """.formatted(ANNA.orElseThrow(), BEN.orElseThrow());

        List<RealmChanged> told = new RealmAdministration(realm)
                .since(AT, 200).stream().map(RealmChanged.class::cast).toList();

        assertThat(told)
                .extracting(RealmChanged::operation, RealmChanged::what, RealmChanged::actor, RealmChanged::account)
                .containsExactly(
                        tuple("create", "realm-role-mapping", ANNA, BEN),
                        tuple("update", "realm", ANNA, Optional.empty()),
                        tuple("delete-failed", "user", ANNA, BEN));
        assertThat(told.toString()).doesNotContain("192.0.2.7");
    }

    @Test
    void it_asks_from_a_moment_on_by_time_and_only_for_what_it_tells() {
        new RealmLogins(realm).since(AT, 150);

        assertThat(asked.getLast())
                .startsWith("GET /admin/realms/openhotline/events?")
                .contains("direction=asc", "dateFrom=1772442000123", "max=150", "type=LOGIN&", "type=LOGOUT&")
                .doesNotContain("REFRESH_TOKEN");
        new RealmAdministration(realm).since(AT, 150);
        assertThat(asked.getLast()).startsWith("GET /admin/realms/openhotline/admin-events?");
    }

    @Test
    void one_log_in_lasts_as_long_as_its_token() {
        RealmLogins logins = new RealmLogins(realm);
        logins.since(AT, 200);
        logins.since(AT, 200);
        assertThat(tokens()).isEqualTo(1);

        now = now.plusSeconds(300);
        logins.since(AT, 200);
        assertThat(tokens()).isEqualTo(2);
    }

    @Test
    void a_provider_that_is_away_or_refuses_is_no_empty_list() {
        answer = "";
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> new RealmLogins(realm).since(AT, 200));
        server.stop(0);
        assertThatExceptionOfType(RestClientException.class)
                .isThrownBy(() -> new RealmAdministration(realm).since(AT, 200));
    }

    private long tokens() {
        return asked.stream().filter(line -> line.startsWith("POST")).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(exchange.getRequestMethod() + " " + path);
        String authorisation = exchange.getRequestHeaders().getFirst("Authorization");
        String basic = "Basic " + Base64.getEncoder().encodeToString("audit:secret".getBytes(UTF_8));
        boolean token = path.equals("/realms/openhotline/protocol/openid-connect/token");
        String body = token ? "{\"access_token\":\"t\",\"expires_in\":300}" : answer;
        boolean known = (token ? basic : "Bearer t").equals(authorisation) && !body.isEmpty();
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(known ? 200 : 403, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
