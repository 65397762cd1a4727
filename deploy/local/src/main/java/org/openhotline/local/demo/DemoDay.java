// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A made-up day of reports, sent through the public API as people would send them: good ones, repeated ones, some with
 * several addresses, some that are no address at all. All hosts are those of the demo network, in reserved names; the
 * same seed gives the same day.
 */
public final class DemoDay {
    private static final int SUBMISSIONS = 200;
    private static final long SEED = 20_260_101;
    private static final int TRIES = 40;
    private static final int CREATED = 201;
    /** So many addresses in one report make a status page worth looking at. */
    private static final int SEVERAL = 4;

    /** In proportion to how often reports of that host come. */
    private static final List<String> HOSTS = List.of(
            "img%d.northwind.example",
            "img%d.northwind.example",
            "dual.northwind.example",
            "six.northwind.example",
            "u%d.harbour-cloud.example",
            "u%d.harbour-cloud.example",
            "forum.example",
            "forum.example",
            "s%d.silent.example",
            "s%d.sublet.example",
            "s%d.snail.example",
            "s%d.moved-away.example",
            "g%d.garbled.example",
            "n%d.unlisted.example",
            "o%d.outage.example",
            "m%d.meadow.example.org",
            "bücher.example",
            "مثال.example",
            "board.test",
            "gallery.test",
            "www.alias.example",
            "gone%d.example",
            "dns-down.example",
            "192.0.2.77",
            "[2001:db8:1::77]");

    private static final List<String> PATHS = List.of(
            "/", "/a/%d", "/thread/%d?page=2", "/view.php?id=%d", "/f/%d#top", "/päth/%d", "/g/%d/", "/%d.html");
    private static final List<String> NOTES = List.of(
            "",
            "",
            "I was looking for something else and came upon this.",
            "Somebody sent me this in a chat.",
            "Je suis tombé là-dessus par hasard.",
            "وصلني هذا الرابط في مجموعة.",
            "The page is behind a page that asks for the age.");
    private static final List<String> NOT_ADDRESSES = List.of(
            "that picture I told you about",
            "mailto:somebody@example.org",
            "javascript:alert(1)",
            "http://",
            "https://exa mple.org/",
            "ftp://files.example/x");

    private final Random random = new Random(SEED);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI api;
    private final List<String> earlier = new ArrayList<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();

    private Optional<Receipt> receipt = Optional.empty();

    private DemoDay(URI api) {
        this.api = api;
    }

    /** What a reporter was given, and gives on the status page. */
    public record Receipt(String reference, String secret) {}

    /** @return that of the first reporter who sent several addresses; the same each time the day is played */
    public static Optional<Receipt> play(String publicOrigin) throws InterruptedException {
        return play(publicOrigin, SUBMISSIONS);
    }

    public static Optional<Receipt> play(String publicOrigin, int submissions) throws InterruptedException {
        var day = new DemoDay(URI.create(publicOrigin + "/api/submissions"));
        System.out.println("\nPlaying a made-up day of " + submissions + " reports ...");
        for (int i = 1; i <= submissions; i++) {
            day.report(i);
            if (i % 50 == 0) {
                System.out.println("  " + i + " sent");
            }
        }
        System.out.printf(
                "The day is over: %d accepted, %d refused because they were no reports.%n",
                day.answers.getOrDefault(CREATED, 0), submissions - day.answers.getOrDefault(CREATED, 0));
        return day.receipt;
    }

    private void report(int number) throws InterruptedException {
        var body = new LinkedHashMap<String, Object>();
        var addresses = addresses(number);
        body.put("addresses", addresses);
        var note = pick(NOTES);
        if (!note.isEmpty()) {
            body.put("note", note);
        }
        if (random.nextInt(5) == 0) {
            body.put("contact", "reporter%d@example.org".formatted(number));
            body.put("consent", Map.of("feedback", true, "police", false));
        }
        body.put("language", pick(List.of("en", "en", "fr", "ar")));
        // derived from the seed, so that playing the day again on the same data adds nothing
        var key = new UUID(SEED, number).toString();
        var answer = send(key, JsonMapper.shared().writeValueAsString(body));
        answers.merge(answer.statusCode(), 1, Integer::sum);
        if (receipt.isEmpty() && addresses.size() >= SEVERAL && answer.statusCode() == CREATED) {
            var given = JsonMapper.shared().readTree(answer.body());
            receipt = Optional.of(new Receipt(
                    given.path("reference").asString(), given.path("secret").asString()));
        }
    }

    private List<String> addresses(int number) {
        if (number % 20 == 0) {
            return List.of(pick(NOT_ADDRESSES));
        }
        int count = random.nextInt(8) == 0 ? 2 + random.nextInt(5) : 1;
        return IntStream.range(0, count).mapToObj(i -> address()).distinct().toList();
    }

    private String address() {
        if (!earlier.isEmpty() && random.nextInt(4) == 0) {
            return written(pick(earlier));
        }
        var address = random.nextInt(25) == 0 ? onion() : web();
        earlier.add(address);
        return address;
    }

    private String web() {
        var host = numbered(pick(HOSTS), 20);
        var port = random.nextInt(12) == 0 ? ":8443" : "";
        var scheme = random.nextInt(4) == 0 ? "http" : "https";
        return scheme + "://" + host + port + numbered(pick(PATHS), 400);
    }

    private String numbered(String pattern, int bound) {
        return pattern.replace("%d", String.valueOf(random.nextInt(bound)));
    }

    /** The same address as another person might write it. */
    private String written(String address) {
        return switch (random.nextInt(3)) {
            case 0 -> "  " + address + " ";
            case 1 -> address.replaceFirst("^http", "HTTP");
            default -> address;
        };
    }

    private String onion() {
        return "http://" + Onion.address(random) + "/board/" + random.nextInt(50);
    }

    private HttpResponse<String> send(String key, String body) throws InterruptedException {
        var request = HttpRequest.newBuilder(api)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        for (int i = 1; true; i++) {
            try {
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                boolean again = answer.statusCode() == 429 || answer.statusCode() == 503;
                if (!again || i == TRIES) {
                    return answer;
                }
            } catch (IOException e) {
                if (i == TRIES) {
                    throw new UncheckedIOException("the public form does not answer", e);
                }
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
