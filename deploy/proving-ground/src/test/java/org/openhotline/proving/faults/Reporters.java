// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several reporters who each send one address and, where no answer comes, send the same again with the same key until
 * it is accepted, as a careful client would.
 */
public final class Reporters implements AutoCloseable {
    private static final int AT_ONCE = 4;
    /** Every tenth report is of an address that was reported before. */
    private static final int REPEATED = 10;

    /** Still at work on the same call, and too many at once. */
    private static final Set<Integer> TRY_AGAIN = Set.of(409, 429);

    private final String url;
    private final int first;
    private final int submissions;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Semaphore allowed = new Semaphore(0);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger tries = new AtomicInteger();
    private final Map<Integer, String> accepted = new ConcurrentHashMap<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    public Reporters(String publicOrigin, int submissions) {
        this(publicOrigin, 0, submissions);
    }

    /** @param first number of the first submission, so that these reporters are not taken for others before them */
    public Reporters(String publicOrigin, int first, int submissions) {
        this.first = first;
        this.url = publicOrigin + "/api/submissions";
        this.submissions = submissions;
    }

    int submissions() {
        return submissions;
    }

    /** Allows so many more submissions; the reporters rest when these are sent. */
    public void goOn(int more) {
        allowed.release(more);
    }

    public void start() {
        for (int i = 0; i < AT_ONCE; i++) {
            threads.submit(this::reportAll);
        }
        threads.shutdown();
    }

    public boolean awaitDone(Duration patience) throws InterruptedException {
        return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The answer's body by the number of the submission. */
    public Map<Integer, String> accepted() {
        return Map.copyOf(accepted);
    }

    /** How many submissions were answered for good. */
    int answered() {
        return accepted.size();
    }

    /** What was refused although it should not have been; a retry would not help. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    public int tries() {
        return tries.get();
    }

    /** How many different addresses the submissions are about. */
    int addresses() {
        return submissions - submissions / REPEATED;
    }

    private void reportAll() {
        for (int number = next.getAndIncrement(); number < submissions; number = next.getAndIncrement()) {
            allowed.acquireUninterruptibly();
            while (!accepted.containsKey(number) && !Thread.currentThread().isInterrupted()) {
                report(number);
            }
        }
    }

    private void report(int number) {
        tries.incrementAndGet();
        int name = first + number;
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "\"reporter-%08d\"".formatted(name))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"addresses\":[\"%s\"],\"note\":\"report %d\"}".formatted(address(name), name)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                accepted.put(number, answer.body());
            } else if (answer.statusCode() < 500 && !TRY_AGAIN.contains(answer.statusCode())) {
                refused.add(answer.statusCode() + " " + answer.body());
                accepted.put(number, "refused " + number);
            } else {
                rest();
            }
        } catch (IOException e) {
            rest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String address(int number) {
        int about = number % REPEATED == REPEATED - 1 ? number - 1 : number;
        return "http://h%d.northwind.example/page/%d".formatted(about % 50, about);
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        goOn(submissions);
    }
}
