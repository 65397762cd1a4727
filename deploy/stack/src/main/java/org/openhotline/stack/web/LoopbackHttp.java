// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Answers GET on the loopback address. Only requests that name this machine as their host are answered: a page elsewhere
 * whose name is pointed at 127.0.0.1 must not read what is served here.
 */
public final class LoopbackHttp implements AutoCloseable {
    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store");

    private final HttpServer server;
    private final ExecutorService workers;

    private LoopbackHttp(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /** Serves what {@code pages} makes of a path (raw, without query). A port of 0 takes any free one. */
    public static LoopbackHttp start(int port, Function<String, Page> pages) {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            var workers = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(workers);
            server.createContext("/", exchange -> answer(exchange, pages));
            server.start();
            return new LoopbackHttp(server, workers);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
        }
    }

    private static void answer(HttpExchange exchange, Function<String, Page> pages) throws IOException {
        try (exchange) {
            var page = page(exchange, pages);
            var headers = exchange.getResponseHeaders();
            HEADERS.forEach(headers::set);
            headers.set("Content-Type", page.type());
            exchange.sendResponseHeaders(page.status(), page.body().length == 0 ? -1 : page.body().length);
            exchange.getResponseBody().write(page.body());
        }
    }

    private static Page page(HttpExchange exchange, Function<String, Page> pages) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !OURSELVES.contains(host.replaceFirst(":\\d+$", ""))) {
            return Page.plain(421, "This answers on localhost only.\n");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return Page.plain(405, "GET only.\n");
        }
        return pages.apply(exchange.getRequestURI().getRawPath());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
