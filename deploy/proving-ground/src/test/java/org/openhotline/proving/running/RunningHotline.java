// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.note.SignerKeyFile;
import org.openhotline.audit.note.VerifierKey;
import org.openhotline.audit.verify.AuditVerifier;
import org.openhotline.stack.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenHotline started by {@code ./deploy/up}'s own main class from the jar that {@code ./deploy/up} uses. */
public final class RunningHotline implements AutoCloseable {
    private static final long PATIENCE_MINUTES = 8;
    private static final int LINES_SHOWN = 40;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private static final Map<String, String> WITHOUT_FLOOD_CONTROL = Map.of(
            "OPENHOTLINE_FLOOD_LEAST_AGE", "0s",
            "OPENHOTLINE_FLOOD_CALM", "100000",
            "OPENHOTLINE_FLOOD_CALLS", "100000",
            "OPENHOTLINE_FLOOD_PARTNER_CALLS", "100000");

    private final Path data;
    private final boolean ours;
    /** What the services are told by the environment. */
    private final Map<String, String> settings;

    private RunningHotline(Path data, boolean ours, Map<String, String> settings) {
        this.data = data;
        this.ours = ours;
        this.settings = settings;
    }

    private static RunningHotline start(Path data, Map<String, String> settings, String... options) {
        String running = System.getProperty("proving.attach");
        if (running != null) {
            return new RunningHotline(Path.of(running), false, settings);
        }
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString(), "--free-ports", "--no-aot"));
        arguments.addAll(List.of(options));
        try {
            run("Up", arguments, settings);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("It did not start.\n" + whatWasSaid(data), e);
        }
        return new RunningHotline(data, true, settings);
    }

    /**
     * Starts one, or takes the one that runs with its data in {@code -Dproving.attach=DIR}, which saves whoever writes a
     * test the waiting. Its forms may be sent at once, without the time that a person takes to fill them in, and as many as
     * it can take; {@code FloodIT} looks at the one that is shipped.
     *
     * @param options further options of {@code ./deploy/up}
     */
    public static RunningHotline start(Path data, String... options) {
        return start(data, WITHOUT_FLOOD_CONTROL, options);
    }

    /** Starts one exactly as it is shipped. */
    public static RunningHotline startAsShipped(Path data, String... options) {
        return start(data, Map.of(), options);
    }

    /** Starts again on the same data and the same ports. */
    public void startAgain(String... options) {
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString(), "--no-aot"));
        state().get("ports")
                .properties()
                .forEach(port -> arguments.addAll(
                        List.of("--port", port.getKey() + "=" + port.getValue().asInt())));
        arguments.addAll(List.of(options));
        run("Up", arguments, settings);
    }

    public String publicOrigin() {
        return "http://127.0.0.1:" + port("public");
    }

    public String staffOrigin() {
        return "http://localhost:" + port("staff");
    }

    /** Where a service itself listens, behind the origins. */
    public String service(String name) {
        return "http://127.0.0.1:" + port(name);
    }

    public String metrics(String service) {
        return "http://127.0.0.1:" + port(service + "-health") + "/actuator/prometheus";
    }

    public String identityProvider() {
        return "http://localhost:" + port("keycloak");
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port("broker");
    }

    /** Connection string of the store. */
    public String store() {
        return "mongodb://127.0.0.1:" + port("store") + "/?serverSelectionTimeoutMS=20000";
    }

    public CaughtMail mailbox() {
        return new CaughtMail(mailboxOrigin());
    }

    public String mailboxOrigin() {
        return "http://127.0.0.1:" + port("mailbox");
    }

    public Path data() {
        return data;
    }

    /** Number of the process of a part, such as {@code services}, {@code store} or {@code broker}; it may be dead. */
    public long pid(String name) {
        for (JsonNode child : state().get("children")) {
            if (child.get("name").asString().equals(name)) {
                return child.get("pid").asLong();
            }
        }
        throw new IllegalArgumentException("no process " + name + " in " + state().get("children"));
    }

    /** Every process that the launcher has started, by its name. */
    public Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> all = new TreeMap<>();
        for (JsonNode child : state().get("children")) {
            ProcessHandle.of(child.get("pid").asLong())
                    .ifPresent(process -> all.put(child.get("name").asString(), process));
        }
        return all;
    }

    /** Whether the public form can be read, which needs the services but neither store nor broker. */
    public boolean formAnswers() {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(URI.create(publicOrigin() + "/"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the launcher's children, all of them, are alive. */
    public boolean everyProcessLives() {
        for (JsonNode child : state().get("children")) {
            if (ProcessHandle.of(child.get("pid").asLong())
                    .filter(ProcessHandle::isAlive)
                    .isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** What the independent verifier says of the whole log. */
    public String verifyLog() throws Exception {
        return AuditVerifier.run(List.of("log", data.resolve("audit").toString(), verifierKey()));
    }

    /** What the log holds now. */
    public List<Leaf> logged() {
        try {
            Log log = new Log(data.resolve("audit"), VerifierKey.parse(verifierKey()));
            Log.Head head = log.head().orElseThrow();
            return log.entries(0, head.size(), head).stream().map(Leaf::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key that the log's checkpoints are signed with; the first line of a checkpoint is the log's name. */
    public String verifierKey() throws IOException {
        try (Stream<String> checkpoint = Files.lines(data.resolve("audit/checkpoint"))) {
            String origin = checkpoint.findFirst().orElseThrow();
            return SignerKeyFile.read(data.resolve("keys/audit.key"), origin)
                    .verifier()
                    .text();
        }
    }

    /** {@code ./deploy/rebuild}, while it is down. */
    public void rebuild(String... options) {
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
        arguments.addAll(List.of(options));
        run("Rebuild", arguments, settings);
    }

    /** The store, while everything else is down. */
    public Shelf shelf() {
        return new Shelf(Store.start(data.resolve("store"), port("store")), store());
    }

    /** In place of what a service would call, while all of it is down. */
    public Silence silence() {
        return Silence.inPlaceOf(port("smtp"), port("dns"), port("rdap"));
    }

    @Override
    public void close() {
        if (ours) {
            run("Down", List.of("--data", data.toString()), settings);
        }
    }

    private int port(String part) {
        return state().get("ports").get(part).asInt();
    }

    private JsonNode state() {
        try {
            return JSON.readTree(Files.readAllBytes(data.resolve("run/state.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ends of all logs, to print where a test fails: the folder is gone by the time when somebody reads of it. */
    public String whatWasSaid() {
        return whatWasSaid(data);
    }

    private static String whatWasSaid(Path data) {
        try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
            return Stream.concat(Stream.of(data.resolve("run/progress.log")), logs.sorted())
                    .map(file -> "--- " + file.getFileName() + "\n" + end(file))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "There is nothing to read: " + e;
        }
    }

    private static String end(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "cannot be read: " + e;
        }
    }

    private static void run(String main, List<String> arguments, Map<String, String> settings) {
        Path root = Path.of(System.getProperty("project.root"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                root.resolve("deploy/local/target/openhotline.jar").toString(),
                "org.openhotline.local." + main,
                root.toString()));
        command.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().putAll(settings);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(main + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
