// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.locating.url.WebAddress;

class GuardedHttpTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration PLENTY = Duration.ofSeconds(20);

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private HostLookup lookup = host -> List.of(LOOPBACK);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 10);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_document_is_fetched_with_its_own_host_and_path() throws LookupFailed {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
            asked.add(exchange.getRequestHeaders().getFirst("Accept"));
            answer(exchange, 200, "{}");
        });
        assertThat(get("http://registry.example:" + port() + "/a%20b?c=d")).contains("{}");
        assertThat(asked).containsExactly("registry.example:" + port() + "/a%20b?c=d", "application/rdap+json");
    }

    @Test
    void a_chunked_answer_is_put_together() throws LookupFailed {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                for (int i = 0; i < 50; i++) {
                    out.write("0123456789".repeat(100).getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                }
            }
        });
        assertThat(get("http://registry.example:" + port() + "/")).contains("0123456789".repeat(5000));
    }

    @Test
    void nothing_there_is_not_a_failure_and_other_refusals_are() throws LookupFailed {
        server.createContext("/404", exchange -> answer(exchange, 404, "x"));
        server.createContext("/429", exchange -> answer(exchange, 429, "x"));
        server.createContext("/500", exchange -> answer(exchange, 500, "x"));
        assertThat(get("http://registry.example:" + port() + "/404")).isEmpty();
        assertThat(failure("http://registry.example:" + port() + "/429")).contains("429");
        assertThat(failure("http://registry.example:" + port() + "/500")).contains("500");
    }

    @Test
    void a_redirect_is_followed_relative_or_absolute() throws LookupFailed {
        server.createContext("/one", exchange -> redirect(exchange, "two?x=1"));
        server.createContext("/two", exchange -> redirect(exchange, "http://other.example:" + port() + "/three"));
        server.createContext("/three", exchange -> answer(exchange, 200, "there"));
        assertThat(get("http://registry.example:" + port() + "/one")).contains("there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:9/",
                "http://2130706434:9/",
                "http://0x7f.2:9/",
                "http://[::1]:9/",
                "http://[::ffff:127.0.0.2]:9/",
                "http://169.254.169.254/latest",
                "http://inside.example/"
            })
    void a_redirect_to_an_address_that_is_not_allowed_is_not_followed(String location) {
        server.createContext("/", exchange -> redirect(exchange, location));
        lookup = host -> List.of(host.equals("inside.example") ? InetAddress.ofLiteral("10.0.0.1") : LOOPBACK);
        assertThat(failure("http://registry.example:" + port() + "/"))
                .isEqualTo("the server's address may not be contacted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "gopher://127.0.0.1/", "http://", "//", "ht tp:", ""})
    void a_redirect_to_what_is_no_web_address_is_a_failure(String location) {
        server.createContext("/", exchange -> redirect(exchange, location));
        assertThat(failure("http://registry.example:" + port() + "/")).contains("redirect");
    }

    @Test
    void a_circle_of_redirects_ends() {
        AtomicInteger hops = new AtomicInteger();
        server.createContext("/", exchange -> {
            hops.incrementAndGet();
            redirect(exchange, "/again");
        });
        assertThat(failure("http://registry.example:" + port() + "/")).isEqualTo("too many redirects");
        assertThat(hops).hasValue(6);
    }

    @Test
    void the_checked_address_is_the_one_that_is_contacted() throws LookupFailed {
        server.createContext("/", exchange -> answer(exchange, 200, "good"));
        AtomicInteger lookups = new AtomicInteger();
        lookup = host -> List.of(lookups.getAndIncrement() == 0 ? LOOPBACK : InetAddress.ofLiteral("10.0.0.1"));
        assertThat(get("http://rebinding.example:" + port() + "/")).contains("good");
        assertThat(lookups).hasValue(1);
    }

    @Test
    void a_name_with_one_bad_address_among_its_addresses_is_refused() {
        server.createContext("/", exchange -> answer(exchange, 200, "good"));
        lookup = host -> List.of(LOOPBACK, InetAddress.ofLiteral("10.0.0.1"));
        assertThat(failure("http://mixed.example:" + port() + "/")).contains("may not be contacted");
    }

    @Test
    void the_second_address_is_tried_when_the_first_refuses() throws LookupFailed {
        server.createContext("/", exchange -> answer(exchange, 200, "good"));
        lookup = host -> List.of(InetAddress.ofLiteral("127.0.0.3"), LOOPBACK);
        GuardedHttp http =
                new GuardedHttp(EgressGuard.allowing(List.of("127.0.0.0/8")), host -> lookup.addressesOf(host));
        assertThat(http.get(address("http://two.example:" + port() + "/"), "*/*", 100, PLENTY))
                .hasValueSatisfying(
                        b -> assertThat(new String(b, StandardCharsets.UTF_8)).isEqualTo("good"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nBODY",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\nBODY\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\nBODY\r\n0\r\n\r\n",
            })
    void an_answer_larger_than_allowed_is_dropped(String answer) throws IOException {
        try (RawServer raw = RawServer.saying(answer.replace("BODY", "x".repeat(1001)))) {
            assertThat(failure("http://registry.example:" + raw.port() + "/"))
                    .isEqualTo("the answer is larger than allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello\r\n\r\n",
                "HTTP/1.1 999 No\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: HEAD"
            })
    void a_broken_answer_is_a_failure(String answer) throws IOException {
        try (RawServer raw = RawServer.saying(answer.replace("HEAD", "x".repeat(17_000)))) {
            assertThat(failure("http://registry.example:" + raw.port() + "/")).isNotBlank();
        }
    }

    @Test
    void an_answer_as_long_as_allowed_is_read_whether_its_length_is_told_or_not() throws Exception {
        String body = "x".repeat(1000);
        try (RawServer told = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + body);
                RawServer open = RawServer.saying("HTTP/1.1 103 Early\r\n\r\nHTTP/1.0 200 OK\r\n\r\n" + body)) {
            assertThat(http().get(address("http://a.example:" + told.port() + "/"), "*/*", 1000, PLENTY))
                    .isPresent();
            assertThat(http().get(address("http://a.example:" + open.port() + "/"), "*/*", 1000, PLENTY))
                    .isPresent();
        }
    }

    @Test
    void a_server_that_drips_single_bytes_is_left_when_time_is_over() throws IOException {
        try (RawServer drip = RawServer.playing(out -> {
            while (true) {
                out.write('H');
                out.flush();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        })) {
            long start = System.nanoTime();
            LookupFailed failure = catchThrowableOfType(
                    LookupFailed.class,
                    () -> http().get(
                                    address("http://slow.example:" + drip.port() + "/"),
                                    "*/*",
                                    1000,
                                    Duration.ofMillis(300)));
            assertThat(failure.reason()).isEqualTo("no answer in time");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(drip.connections()).isEqualTo(1);
        }
    }

    private Optional<String> get(String url) throws LookupFailed {
        return http().get(address(url), "application/rdap+json", 100_000, PLENTY)
                .map(b -> new String(b, StandardCharsets.UTF_8));
    }

    private String failure(String url) {
        LookupFailed failure =
                catchThrowableOfType(LookupFailed.class, () -> http().get(address(url), "*/*", 1000, PLENTY));
        assertThat(failure).isNotNull();
        assertThat(failure.reason()).doesNotContain("example", "127.0", "/");
        return failure.reason();
    }

    private GuardedHttp http() {
        return new GuardedHttp(EgressGuard.allowing(List.of("127.0.0.1/32")), host -> lookup.addressesOf(host));
    }

    private static WebAddress address(String url) {
        return WebAddress.parse(url).orElseThrow();
    }

    private int port() {
        return server.getAddress().getPort();
    }

    static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().add("Location", location);
        answer(exchange, 302, "");
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
