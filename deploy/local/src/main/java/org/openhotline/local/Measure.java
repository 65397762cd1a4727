// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openhotline.local.State.Mark;
import org.openhotline.stack.FreePort;

/**
 * {@code ./deploy/measure}: how long from {@code ./deploy/up} to the first accepted report, from nothing and on existing
 * data, and how much memory all processes hold then. Prints one line for each run; {@code docs/benchmarks.md} holds what
 * it printed where.
 */
public final class Measure {
    private static final String REPORT = "{\"addresses\": [\"https://img1.northwind.example/a/1\"]}";
    private static final int CREATED = 201;
    private static final long PATIENCE_S = 300;

    private Measure() {}

    /** Root of the checkout, then perhaps more options of {@link Up}. */
    public static void main(String... args) throws IOException, InterruptedException {
        var temporary = Files.createTempDirectory("openhotline-measure");
        var data = temporary.resolve("data");
        var up = new ArrayList<>(List.of(args));
        int form = FreePort.orAny(0);
        up.addAll(List.of("--data", data.toString(), "--free-ports", "--port", "public=" + form));
        System.out.printf(
                "%d processors, %s, Java %s%n",
                Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"), Runtime.version());
        try {
            once("from nothing", up, data, form);
            once("on existing data", up, data, form);
        } finally {
            DataFolder.delete(temporary);
        }
    }

    private static void once(String what, List<String> arguments, Path data, int form)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var up = up(arguments);
        awaitAccepted(URI.create("http://127.0.0.1:" + form + "/api/submissions"), begin);
        double accepted = seconds(begin);
        int code = up.waitFor();
        double everything = seconds(begin);
        var state = State.read(new DataFolder(data)).orElseThrow();
        System.out.printf(
                "%-17s first accepted report %5.1f s, everything up %5.1f s, resident %d MB (%s)%n",
                what, accepted, everything, total(state), each(state));
        Down.down(new DataFolder(data));
        if (code != 0) {
            throw new IllegalStateException("up ended with " + code);
        }
    }

    private static Process up(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Up.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitAccepted(URI api, long begin) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            while (!accepts(http, api)) {
                if (seconds(begin) > PATIENCE_S) {
                    throw new IllegalStateException("no report was accepted in " + PATIENCE_S + " s");
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private static boolean accepts(HttpClient http, URI api) throws InterruptedException {
        var request = HttpRequest.newBuilder(api)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(REPORT))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == CREATED;
        } catch (IOException e) {
            return false;
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long total(State state) throws IOException {
        long sum = 0;
        for (var process : processes(state)) {
            sum += residentMb(process);
        }
        return sum;
    }

    private static String each(State state) throws IOException {
        var texts = new ArrayList<String>();
        for (var process : processes(state)) {
            texts.add(process.name() + " " + residentMb(process));
        }
        return String.join(", ", texts);
    }

    private static List<Mark> processes(State state) {
        return Stream.concat(Stream.of(state.launcher()), state.children().stream())
                .toList();
    }

    private static long residentMb(Mark process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        }
    }
}
