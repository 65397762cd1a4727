// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.flood;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Posts at a steady rate over several connections, whether answered or not. Of a hundred posts 28 have no ticket, 20 a
 * forged one, 25 one that has been used, 25 one that was fetched a moment ago, 1 one that was kept until it was good,
 * and 1 is a call for programs. None does any work.
 */
final class HostileCrowd implements AutoCloseable {
    private static final int CONNECTIONS = 50;
    private static final int KEPT = 2000;
    private static final long LONG_ENOUGH_MS = Duration.ofSeconds(21).toMillis();
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private record Kept(String ticket, long since) {}

    private final URI origin;
    private final long pauseNanos;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicLong number = new AtomicLong();
    private final LongAdder sent = new LongAdder();
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final Queue<String> fresh = new ArrayBlockingQueue<>(KEPT);
    private final Queue<Kept> kept = new ArrayBlockingQueue<>(KEPT);
    private final long begun = System.nanoTime();
    private volatile String used = "";

    private HostileCrowd(String origin, int perSecond) {
        this.origin = URI.create(origin);
        this.pauseNanos = Duration.ofSeconds(1).toNanos() * CONNECTIONS / perSecond;
    }

    /** @param spent a ticket that has been used already */
    static HostileCrowd attack(String origin, int perSecond, String spent) {
        HostileCrowd crowd = new HostileCrowd(origin, perSecond);
        crowd.used = spent;
        for (int i = 0; i < CONNECTIONS; i++) {
            Thread.ofVirtual().start(crowd::sender);
        }
        return crowd;
    }

    /** Posts a second since the beginning. */
    double rate() {
        return sent.sum() * 1e9 / (System.nanoTime() - begun);
    }

    /** How many got this status. */
    long answered(int status) {
        return answers.getOrDefault(status, new LongAdder()).sum();
    }

    @Override
    public String toString() {
        return "%d posts sent, %.0f a second; answers by status: %s".formatted(sent.sum(), rate(), answers);
    }

    private void sender() {
        long next = System.nanoTime() + (long) (Math.random() * pauseNanos);
        while (going.get()) {
            try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
                Thread.ofVirtual().start(() -> read(socket));
                OutputStream out = socket.getOutputStream();
                while (going.get()) {
                    LockSupport.parkNanos(next - System.nanoTime());
                    if (System.nanoTime() < next) {
                        continue;
                    }
                    next += pauseNanos;
                    out.write(request());
                    sent.increment();
                }
            } catch (IOException e) {
                LockSupport.parkNanos(pauseNanos); // thrown out: comes again
            }
        }
    }

    private byte[] request() {
        long n = number.getAndIncrement();
        int kind = (int) (n * 37 % 100);
        if (kind == 99) {
            return post(
                    "/api/submissions",
                    "application/json",
                    "Idempotency-Key: hostile-call-%08d\r\n".formatted(n),
                    "{\"addresses\":[\"http://hostile.northwind.example/%d\"]}".formatted(n));
        }
        String fields = "addresses=" + encoded("http://hostile.northwind.example/" + n) + "&note=flood&key=hostile-key-"
                + "%08d".formatted(n)
                + ticket(kind).map(t -> "&ticket=" + encoded(t)).orElse("");
        return post("/", "application/x-www-form-urlencoded", "", fields);
    }

    private Optional<String> ticket(int kind) {
        if (kind < 28) {
            return Optional.empty();
        }
        if (kind < 48) {
            return Optional.of("19a%08x-%016x-1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".formatted(kind, kind));
        }
        if (kind < 73) {
            return Optional.of(used);
        }
        if (kind < 98) {
            return Optional.ofNullable(fresh.poll());
        }
        Kept oldest = kept.peek();
        return oldest == null || System.currentTimeMillis() - oldest.since() < LONG_ENOUGH_MS
                ? Optional.empty()
                : Optional.ofNullable(kept.poll()).map(Kept::ticket);
    }

    private byte[] post(String path, String type, String headers, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: " + origin.getAuthority() + "\r\nContent-Type: " + type + "\r\n"
                        + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(ISO_8859_1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private void read(Socket socket) {
        try (InputStream in = new BufferedInputStream(socket.getInputStream(), 32 * 1024)) {
            while (true) {
                String head = head(in);
                answers.computeIfAbsent(Integer.parseInt(head.substring(9, 12)), status -> new LongAdder())
                        .increment();
                keepTicket(new String(in.readNBytes(length(head)), UTF_8));
            }
        } catch (IOException | RuntimeException e) {
            close(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int length(String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        if (!length.find()) {
            throw new IOException("an answer of unknown length");
        }
        return Integer.parseInt(length.group(1));
    }

    private void keepTicket(String page) {
        Matcher found = TICKET.matcher(page);
        if (found.find() && !fresh.offer(found.group(1))) {
            kept.offer(new Kept(found.group(1), System.currentTimeMillis()));
        } else if (found.hitEnd() || fresh.size() % 5 == 0) {
            Optional.ofNullable(fresh.poll()).ifPresent(t -> kept.offer(new Kept(t, System.currentTimeMillis())));
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed already
        }
    }

    @Override
    public void close() {
        going.set(false);
    }
}
