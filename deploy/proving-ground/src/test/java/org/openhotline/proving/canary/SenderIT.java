// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openhotline.proving.running.OrdinaryHotline;
import org.openhotline.proving.running.RunningHotline;

/** Whoever reports leaves no trace: where they came from, with what, and what their browser or proxy says of them. */
@ExtendWith(OrdinaryHotline.class)
@Order(Order.DEFAULT + 3)
class SenderIT {
    private static final String SOURCE = "127.77.66.55";
    private static final String FORWARDED = "203.0.113.77";
    private static final String AGENT = "wallabyagentmark";
    private static final String COOKIE = "kowaricookiemark";
    private static final String REFERER = "potoroorefererm";
    private static final String HEADERS = "User-Agent: " + AGENT + "/1.0\r\nCookie: id=" + COOKIE
            + "\r\nReferer: http://"
            + REFERER + ".example/\r\nX-Forwarded-For: " + FORWARDED + "\r\nForwarded: for=" + FORWARDED
            + "\r\nX-Real-IP: " + FORWARDED + "\r\nVia: 1.1 " + REFERER + "\r\nTrue-Client-IP: " + FORWARDED + "\r\n";
    private static final List<Mark> MARKS = List.of(
            new Mark("source address", SOURCE),
            new Mark("forwarded address", FORWARDED),
            new Mark("user agent", AGENT),
            new Mark("cookie", COOKIE),
            new Mark("referer", REFERER));
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

    @Test
    void nothing_that_tells_who_sent_a_report_is_stored_or_logged(RunningHotline hotline) throws Exception {
        long before = itemsOnTheDesk(hotline);
        // through the origin that the public uses, and past it, straight at the service
        for (String origin : List.of(hotline.publicOrigin(), hotline.service("report-intake"))) {
            visit(URI.create(origin));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> itemsOnTheDesk(hotline) >= before + 4);

        LeakHunt hunt = new LeakHunt(hotline, MARKS);
        assertThat(hunt.finds()).isEmpty();
        assertThat(hunt.files()).isGreaterThan(20);
        assertThat(hunt.documents()).isGreaterThan(10);
        assertThat(hunt.records()).isGreaterThan(5);
    }

    private static void visit(URI origin) throws IOException {
        String place = origin.getPort() + "-" + origin.hashCode();
        String form = send(origin, "GET / HTTP/1.1");
        assertThat(form).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("set-cookie");
        assertThat(send(
                        origin,
                        "POST / HTTP/1.1",
                        "application/x-www-form-urlencoded",
                        "addresses=" + encoded("http://sender.northwind.example/" + place) + "&ticket="
                                + encoded(ticket(form))))
                .startsWith("HTTP/1.1 200")
                .doesNotContainIgnoringCase("set-cookie");
        assertThat(send(origin, "POST / HTTP/1.1", "application/x-www-form-urlencoded", "addresses=nothing"))
                .startsWith("HTTP/1.1 429");
        assertThat(send(
                        origin,
                        "POST /api/submissions HTTP/1.1",
                        "application/json\r\nIdempotency-Key: sender-" + place + "-0123456789",
                        "{\"addresses\":[\"http://sender.northwind.example/api/" + place + "\"]}"))
                .startsWith("HTTP/1.1 201");
        assertThat(send(origin, "POST /api/submissions HTTP/1.1", "application/json", "{"))
                .startsWith("HTTP/1.1 400");
        assertThat(send(origin, "GET /status HTTP/1.1")).startsWith("HTTP/1.1 200");
        assertThat(send(origin, "GET /nowhere HTTP/1.1")).startsWith("HTTP/1.1 404");
        assertThat(send(origin, "POST / HTTP/1.1", "multipart/form-data; boundary=x", "--x--"))
                .startsWith("HTTP/1.1 415");
        send(origin, "GET /?[ HTTP/1.1");
        send(origin, "NONSENSE");
    }

    private static String send(URI origin, String line) throws IOException {
        return exchange(
                origin, line + "\r\nHost: " + origin.getAuthority() + "\r\nConnection: close\r\n" + HEADERS + "\r\n");
    }

    private static String send(URI origin, String line, String type, String body) throws IOException {
        return exchange(
                origin,
                line + "\r\nHost: " + origin.getAuthority() + "\r\nConnection: close\r\n" + HEADERS + "Content-Type: "
                        + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** From a loopback address of its own, which Linux lets anybody use. */
    private static String exchange(URI origin, String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getByName(origin.getHost()), origin.getPort(), InetAddress.getByName(SOURCE), 0)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static String ticket(String page) {
        Matcher found = TICKET.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static long itemsOnTheDesk(RunningHotline hotline) {
        try (MongoClient client = MongoClients.create(hotline.store())) {
            return client.getDatabase("assessment").getCollection("items").countDocuments();
        }
    }
}
