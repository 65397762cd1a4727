// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.stack.FreePort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm as a real Keycloak understands it, asked through its administration interface. */
class KeycloakRealmTest {
    private static final Path FILES = Path.of("../keycloak");
    /** Keycloak gives everybody the second one; it is worth nothing where no client offers the scope. */
    private static final List<String> EVERYBODYS = List.of("default-roles-openhotline", "offline_access");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Keycloak keycloak;
    private static String origin;
    private static String admin;

    @BeforeAll
    static void start() throws Exception {
        int port = FreePort.orAny(0);
        origin = "http://localhost:" + port;
        keycloak = Keycloak.start(new KeycloakSettings(
                KeycloakCache.folder(),
                Files.createTempDirectory(Path.of("target"), "keycloak"),
                List.of(FILES.resolve("openhotline-realm.json"), FILES.resolve("demo/openhotline-users-0.json")),
                origin,
                port,
                false,
                Map.ofEntries(
                        Map.entry("STAFF_ORIGIN", "http://localhost:8090"),
                        Map.entry("BACKCHANNEL_ORIGIN", "http://127.0.0.1:8090"),
                        Map.entry("REPORT_INTAKE_CLIENT_SECRET", "secret-of-report-intake"),
                        Map.entry("ASSESSMENT_CLIENT_SECRET", "secret-of-assessment"),
                        Map.entry("TAKEDOWN_CLIENT_SECRET", "secret-of-takedown"),
                        Map.entry("AUDIT_CLIENT_SECRET", "secret-of-audit"),
                        Map.entry("NEEDS_ASSESSMENT_CLIENT_SECRET", "secret-of-needs-assessment"),
                        Map.entry("PARTNER_DEMO_CLIENT_SECRET", "secret-of-partner-demo"),
                        Map.entry("PARTNER_DEMO_ENABLED", "true"),
                        Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "keeper"),
                        Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", "keepers-secret"))));
        keycloak.awaitReady("openhotline", Duration.ofMinutes(3));
        admin = token(
                        "master",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                "keeper",
                                "password",
                                "keepers-secret"))
                .path("access_token")
                .asString();
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-intake", "assessment", "takedown", "audit", "needs-assessment"})
    void a_staff_service_logs_people_in_by_code_with_pkce_at_one_exact_address(String service) {
        var client = client(service);
        assertThat(client.path("publicClient").asBoolean()).isFalse();
        assertThat(client.path("secret").asString()).isEqualTo("secret-of-" + service);
        assertThat(client.path("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(texts(client.path("redirectUris")))
                .containsExactly("http://localhost:8090/" + service + "/login/oauth2/code/keycloak");
        assertThat(texts(client.path("webOrigins"))).isEmpty();
        assertThat(texts(client.path("optionalClientScopes"))).isEmpty();
        var attributes = client.path("attributes");
        assertThat(attributes.path("pkce.code.challenge.method").asString()).isEqualTo("S256");
        assertThat(attributes.path("post.logout.redirect.uris").asString())
                .isEqualTo("http://localhost:8090/##http://localhost:8090");
        assertThat(attributes.path("backchannel.logout.url").asString())
                .isEqualTo("http://127.0.0.1:8090/" + service + "/logout/connect/back-channel/keycloak");
        assertThat(attributes.path("backchannel.logout.session.required").asString())
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-intake", "assessment", "takedown", "audit", "needs-assessment"})
    void tokens_of_a_staff_service_carry_the_audience_and_the_roles(String service) {
        var id = client(service).path("id").asString();
        var user = StreamSupport.stream(
                        ask("/users?username=analyst&exact=true").spliterator(), false)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        var examples = "/clients/" + id + "/evaluate-scopes/generate-example-";
        var access = ask(examples + "access-token?scope=openid%20profile&userId=" + user);
        assertThat(audience(access)).contains("openhotline");
        assertThat(texts(access.at("/realm_access/roles"))).contains("analyst");
        var identity = ask(examples + "id-token?scope=openid%20profile&userId=" + user);
        assertThat(texts(identity.at("/realm_access/roles"))).contains("analyst");
    }

    @Test
    void no_client_of_the_realm_takes_passwords_or_answers_implicitly() {
        for (var client : ask("/clients")) {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean())
                    .as("direct grants of %s", client.path("clientId"))
                    .isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean())
                    .as("implicit flow of %s", client.path("clientId"))
                    .isFalse();
        }
    }

    @Test
    void guessing_is_slowed_down_and_tokens_are_short_lived() {
        var realm = ask("");
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isLessThanOrEqualTo(5);
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.path("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.path("resetPasswordAllowed").asBoolean()).isFalse();
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("sslRequired").asString()).isEqualTo("external");
    }

    @Test
    void each_demo_person_has_one_role_and_no_role_includes_another() {
        var roles = new TreeMap<String, List<String>>();
        for (var user : ask("/users")) {
            var own = ask("/users/" + user.path("id").asString() + "/role-mappings/realm/composite");
            roles.put(
                    user.path("username").asString(),
                    names(own).stream()
                            .filter(name -> !EVERYBODYS.contains(name))
                            .toList());
            assertThat(user.path("email").asString()).endsWith("@example.org");
        }
        assertThat(roles)
                .isEqualTo(Map.of(
                        "analyst", List.of("analyst"),
                        "analyst2", List.of("analyst"),
                        "senior", List.of("senior-analyst"),
                        "officer", List.of("takedown-officer"),
                        "liaison", List.of("liaison-officer"),
                        "auditor", List.of("auditor"),
                        "assessor", List.of("assessor-national"),
                        "admin", List.of("administrator")));
        assertThat(names(ask("/roles/default-roles-openhotline/composites/realm")))
                .isSubsetOf(EVERYBODYS);
    }

    @Test
    void a_partner_system_gets_a_token_for_our_audience_with_the_partner_role() throws Exception {
        var token = token(
                "openhotline",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "partner-demo",
                        "client_secret", "secret-of-partner-demo"));
        var body = token.path("access_token").asString().split("\\.", -1)[1];
        var claims = JSON.readTree(Base64.getUrlDecoder().decode(body));
        assertThat(claims.path("iss").asString()).isEqualTo(keycloak.issuer("openhotline"));
        assertThat(audience(claims)).contains("openhotline");
        assertThat(texts(claims.at("/realm_access/roles"))).containsExactly("partner");
        assertThat(claims.path("openhotline_source").asString()).isEqualTo("partner");
    }

    @Test
    void the_audit_service_reads_what_happened_and_no_account() throws Exception {
        assertThat(ask("").at("/attributes/adminEventsExpiration").asString()).isEqualTo("2592000");
        var token = token(
                        "openhotline",
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "audit",
                                "client_secret", "secret-of-audit"))
                .path("access_token")
                .asString();
        var logins = JSON.readTree(get("/events?type=CLIENT_LOGIN&direction=asc&dateFrom=0&first=0&max=200", token)
                .body());
        assertThat(logins.valueStream())
                .as("its own log-in, with what the log keeps of it")
                .anyMatch(event -> event.path("clientId").asString("").equals("audit")
                        && !event.path("id").asString("").isEmpty()
                        && event.path("time").asLong() > 0
                        && event.path("userId").asString("").matches("[0-9a-f-]{36}"));
        long last = logins.path(logins.size() - 1).path("time").asLong();
        assertThat(JSON.readTree(get("/events?type=CLIENT_LOGIN&direction=asc&dateFrom=" + last, token)
                                .body())
                        .size())
                .as("from a millisecond on, itself included")
                .isPositive();
        assertThat(get("/admin-events?direction=asc&dateFrom=0", token).statusCode())
                .isEqualTo(200);
        for (var closed : List.of("/users", "/clients", "/roles", "/groups")) {
            assertThat(get(closed, token).statusCode()).as(closed).isEqualTo(403);
        }
    }

    @Test
    void a_password_grant_is_refused() throws Exception {
        assertThat(token(
                                "openhotline",
                                Map.of(
                                        "grant_type", "password",
                                        "client_id", "assessment",
                                        "client_secret", "secret-of-assessment",
                                        "username", "analyst",
                                        "password", "demo-analyst"))
                        .path("error")
                        .asString())
                .isEqualTo("unauthorized_client");
    }

    private static JsonNode client(String name) {
        return ask("/clients?clientId=" + name).path(0);
    }

    private static JsonNode ask(String path) {
        try {
            var response = get(path, admin);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return JSON.readTree(response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(path, e);
        }
    }

    private static HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(origin + "/admin/realms/openhotline" + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode token(String realm, Map<String, String> form) throws Exception {
        var body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(origin + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static List<String> audience(JsonNode claims) {
        var aud = claims.path("aud");
        return aud.isArray() ? texts(aud) : List.of(aud.asString());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> names(JsonNode roles) {
        return StreamSupport.stream(roles.spliterator(), false)
                .map(role -> role.path("name").asString())
                .sorted()
                .toList();
    }
}
