// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Each service is a small server that says who it is, what was asked and under which headers. */
class OriginsTest {
    private static final List<HttpServer> SERVICES = new ArrayList<>();
    private static Options options;
    private static Origins origins;

    @BeforeAll
    static void start() throws Exception {
        options = withFreePorts();
        for (var module : Module.all()) {
            if (module != Module.AUDIT) {
                SERVICES.add(service(module));
            }
        }
        origins = Origins.start(options);
    }

    private static Options withFreePorts() throws Exception {
        var home = Path.of("../..").toAbsolutePath().normalize();
        var ports = new EnumMap<Part, Integer>(Part.class);
        ports.putAll(Ports.choose(Options.parse(home, "--free-ports")));
        return Options.parse(home).with(ports);
    }

    @AfterAll
    static void stop() {
        origins.close();
        SERVICES.forEach(service -> service.stop(0));
    }

    private static HttpServer service(Module module) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", options.port(module.port())), 0);
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            var said = "%s %s %s host=%s forwarded=%s prefix=%s via-host=%s body=%s"
                    .formatted(
                            module.id(),
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            headers.getFirst("Host"),
                            headers.getFirst("Forwarded"),
                            headers.getFirst("X-Forwarded-Prefix"),
                            headers.getFirst("X-Forwarded-Host"),
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = said.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
        return server;
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC,/,report-intake GET / ",
        "PUBLIC,/status?x=1,report-intake GET /status?x=1 ",
        "PUBLIC,/takedown/answer/abc-DEF_1,takedown GET /takedown/answer/abc-DEF_1 ",
        "PUBLIC,/takedown/kit/openhotline.css,takedown GET /takedown/kit/openhotline.css ",
        "STAFF,/assessment/queue,assessment GET /assessment/queue ",
        "STAFF,/assessment/,assessment GET /assessment/ ",
        "STAFF,/takedown/answer/abc,takedown GET /takedown/answer/abc ",
        "STAFF,/report-intake/,report-intake GET /report-intake/ ",
        "STAFF,/report-intake/api/imports,report-intake GET /report-intake/api/imports ",
        "STAFF,/report-intake/api/imports/1/results,report-intake GET /report-intake/api/imports/1/results ",
        "STAFF,/needs-assessment/?a=b%20c,needs-assessment GET /needs-assessment/?a=b%20c "
    })
    void a_path_leads_to_the_service_behind_it(Part origin, String path, String reached) throws Exception {
        assertThat(get(origin, path)).startsWith("HTTP/1.1 200").contains(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC,/report-intake",
        "PUBLIC,/report-intake/",
        "PUBLIC,/report-intake/reports/new",
        "PUBLIC,/report-intake/imports",
        "PUBLIC,/report-intake/api/submissions",
        "PUBLIC,/report-intake/api/imports",
        "PUBLIC,/report-intake/kit/openhotline.css",
        "PUBLIC,/report-intake/login/oauth2/code/keycloak",
        "PUBLIC,/report-intake/oauth2/authorization/keycloak",
        "PUBLIC,/report-intake/logout/connect/back-channel/keycloak",
        "PUBLIC,/%72eport-intake/imports",
        "PUBLIC,/report%2dintake/imports",
        "PUBLIC,/./report-intake/imports",
        "PUBLIC,/takedown",
        "PUBLIC,/takedown/removals",
        "PUBLIC,/takedown/login/oauth2/code/keycloak",
        "PUBLIC,/takedown/answers",
        "PUBLIC,/takedown/answer/../removals",
        "PUBLIC,/takedown/answer/%2e%2e/removals",
        "PUBLIC,/takedown/answer/..;/removals",
        "PUBLIC,/takedown/answer/..%2fremovals",
        "PUBLIC,//takedown/removals",
        "PUBLIC,/actuator/prometheus",
        "PUBLIC,/takedown/answer/actuator/health",
        "STAFF,/status",
        "STAFF,/assessmentx/queue",
        "STAFF,/assessment/actuator/health",
        "STAFF,/assessment/ACTUATOR/health"
    })
    void nothing_else_is_reachable(Part origin, String path) throws Exception {
        assertThat(get(origin, path)).matches("(?s)HTTP/1.1 40[04].*").doesNotContain("GET");
    }

    @Test
    void what_a_client_says_of_proxies_is_not_passed_on() throws Exception {
        var answer = send(
                Part.PUBLIC,
                "GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nForwarded: host=evil.example\r\nX-Forwarded-Prefix: /evil\r\n"
                        + "X-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .contains("forwarded=null", "prefix=null", "host=127.0.0.1:" + options.port(Part.PUBLIC))
                .doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:%d", "rebound.example:%d", "127.0.0.1"})
    void an_origin_has_one_name(String host) throws Exception {
        assertThat(send(Part.PUBLIC, "GET /status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 302")
                .contains("Location: http://127.0.0.1:" + options.port(Part.PUBLIC) + "/\r\n");
        assertThat(send(
                        Part.PUBLIC,
                        "POST /api/submissions HTTP/1.1\r\nHost: " + host
                                + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void a_body_goes_through() throws Exception {
        assertThat(
                        send(
                                Part.PUBLIC,
                                "POST /api/submissions HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: 7\r\nConnection: close\r\n\r\n{\"a\":1}"))
                .contains("report-intake POST /api/submissions", "body={\"a\":1}");
    }

    @Test
    void a_body_of_any_size_reaches_the_service_which_says_what_is_wrong_with_it() throws Exception {
        var body = "a".repeat(20 * 1024 * 1024);
        var answer = send(
                Part.PUBLIC,
                "POST /api/submissions HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: " + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body);
        assertThat(answer.startsWith("HTTP/1.1 200") && answer.endsWith(body))
                .as(answer.substring(0, 200))
                .isTrue();
    }

    @Test
    void a_service_that_is_down_is_said_to_be_down_and_nothing_accepted() throws Exception {
        assertThat(get(Part.STAFF, "/audit/"))
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After", "Content-Type: text/html", "not reachable", "not accepted");
        assertThat(get(Part.STAFF, "/audit/apis")).contains("Content-Type: text/html");
    }

    /** RFC 9457, section 3: a program reads the problem as JSON, with the status repeated in it. */
    @ParameterizedTest
    @CsvSource({
        "PUBLIC,/api/submissions",
        "STAFF,/report-intake/api/submissions",
        "STAFF,/report-intake/api/imports",
        "STAFF,/audit/api/entries",
        "STAFF,/needs-assessment/api/figures"
    })
    void a_program_is_told_by_a_problem_document_that_a_service_is_down(Part origin, String path) throws Exception {
        var nobodyHome = withFreePorts();
        try (var _ = Origins.start(nobodyHome)) {
            var answer = get(nobodyHome, origin, path);
            assertThat(answer)
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 30", "Content-Type: application/problem+json\r\n", "no-store");
            var problem = JsonMapper.shared().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
            assertThat(problem.get("type").asString()).isEqualTo("urn:openhotline:problem:unavailable");
            assertThat(problem.get("title").asString())
                    .isEqualTo(ResourceBundle.getBundle("messages.kit", Locale.ROOT)
                            .getString("kit.problem.unavailable.title"));
            assertThat(problem.get("status").asInt()).isEqualTo(503);
            assertThat(problem.get("detail").asString()).contains("not accepted");
        }
    }

    @Test
    void the_staff_origin_itself_lists_the_desks() throws Exception {
        assertThat(get(Part.STAFF, "/"))
                .contains("href=\"/assessment/\"", "href=\"/audit/\"", "Content-Security-Policy");
    }

    private static String get(Part origin, String path) throws IOException {
        return get(options, origin, path);
    }

    private static String get(Options at, Part origin, String path) throws IOException {
        var host = origin == Part.PUBLIC ? "127.0.0.1" : "localhost";
        var request =
                "GET " + path.replace("%", "%%") + " HTTP/1.1\r\nHost: " + host + ":%d\r\nConnection: close\r\n\r\n";
        return send(at.port(origin), request);
    }

    private static String send(Part origin, String request) throws IOException {
        return send(options.port(origin), request);
    }

    private static String send(int port, String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.formatted(port).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
