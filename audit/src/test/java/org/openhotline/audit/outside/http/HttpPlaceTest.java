// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.http.OutsideHttp;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogFixture;

class HttpPlaceTest {
    @TempDir
    Path folder;

    private final OutsideHttp http = new OutsideHttp();
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private HttpServer server;
    private String origin;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/keep/", exchange -> {
            boolean known = "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            String path = exchange.getRequestURI().getPath();
            if (!known) {
                exchange.sendResponseHeaders(401, -1);
            } else if (exchange.getRequestMethod().equals("PUT")) {
                kept.put(path, exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(201, -1);
            } else {
                byte[] note = kept.getOrDefault(path, new byte[0]);
                exchange.sendResponseHeaders(note.length > 0 ? 200 : 404, note.length > 0 ? note.length : -1);
                exchange.getResponseBody().write(note);
            }
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", origin + "/keep/8");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[1 << 20]);
            exchange.close();
        });
        server.start();
        Files.writeString(folder.resolve("token"), "secret\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void each_checkpoint_gets_an_address_of_its_own_and_can_be_fetched_again() throws Exception {
        Log.Head head = LogFixture.head(8);
        place("/keep/{size}", token()).keep(head);

        assertThat(kept).containsOnlyKeys("/keep/8");
        assertThat(outside("/keep/8", token()).newest()).contains(head.note().whole());
        assertThat(outside("/keep/9", token()).newest()).isEmpty();
    }

    @Test
    void only_a_success_counts_and_nothing_is_followed_or_read_without_end() {
        BearerToken none = new BearerToken(Optional.empty());
        Log.Head head = LogFixture.head(8);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> place("/keep/{size}", none).keep(head))
                .withMessageContaining("401");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> place("/elsewhere", token()).keep(head))
                .withMessageContaining("307");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> outside("/keep/8", none).newest());
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> outside("/endless", none).newest());
        server.stop(0);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> place("/keep/{size}", token()).keep(head));
        assertThat(kept).isEmpty();
    }

    private HttpPlace place(String path, BearerToken token) {
        return new HttpPlace(http, "store", "PUT", origin + path, token);
    }

    private HttpOutside outside(String path, BearerToken token) {
        return new HttpOutside(http, URI.create(origin + path), token);
    }

    private BearerToken token() {
        return new BearerToken(Optional.of(folder.resolve("token")));
    }
}
