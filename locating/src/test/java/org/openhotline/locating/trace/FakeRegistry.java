// SPDX-License-Identifier: Apache-2.0
package org.openhotline.locating.trace;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An RDAP server with its own bootstrap files, on loopback. What it does not know is 404. */
final class FakeRegistry implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    FakeRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            String answer = answers.get(path);
            if (SLOW.equals(answer)) {
                awaitEnd();
            }
            byte[] body = (answer == null ? "" : answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        answers.put("/ipv4.json", services("'192.0.2.0/24', '203.0.113.0/24'"));
        answers.put("/ipv6.json", services("'2001:db8::/32'"));
        answers.put("/asn.json", services("'64496-64511'"));
    }

    static final String SLOW = "slow";

    FakeRegistry answering(String path, String singleQuoted) {
        answers.put(path, singleQuoted.replace('\'', '"'));
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> asked() {
        return asked.stream().filter(p -> !p.endsWith(".json")).toList();
    }

    private void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String services(String entries) {
        return ("{'services': [[[" + entries + "], ['" + url() + "/rdap']]]}").replace('\'', '"');
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
