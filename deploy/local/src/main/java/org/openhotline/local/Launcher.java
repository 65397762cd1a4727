// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openhotline.chassis.sealing.KeysetFiles;
import org.openhotline.local.State.Mark;
import org.openhotline.local.State.Phase;
import org.openhotline.stack.Gently;
import org.openhotline.stack.broker.Broker;
import org.openhotline.stack.demo.DemoNetwork;
import org.openhotline.stack.identity.Keycloak;
import org.openhotline.stack.identity.KeycloakCache;
import org.openhotline.stack.identity.KeycloakSettings;
import org.openhotline.stack.mail.Mailbox;
import org.openhotline.stack.store.Store;
import org.slf4j.LoggerFactory;

/** The process that stays. Starts everything at once, says on its standard output how far it is, and stops it again. */
final class Launcher {
    private static final int SERVICES_HEAP_MB = 320;
    private static final int SERVICE_HEAP_MB = 192;
    private static final int PART_HEAP_MB = 192;

    private final Options options;
    private final DataFolder folder;
    private final Addresses addresses;
    private final Secrets secrets;
    private final long began = System.nanoTime();
    /** What is stopped first, latest first; and what the others need and is stopped after them. */
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    private final Deque<AutoCloseable> foundations = new ArrayDeque<>();
    private final List<Supervised> children = new CopyOnWriteArrayList<>();
    private volatile Phase phase = Phase.STARTING;
    private volatile String failure = "";

    private Launcher(Options options, DataFolder folder) {
        this.options = options;
        this.folder = folder;
        this.addresses = new Addresses(options);
        this.secrets = Secrets.in(folder.path().resolve("secrets.properties"));
    }

    /** Options as {@link Up} has settled them: every port chosen. Root first. */
    public static void main(String... args) throws InterruptedException {
        // before several threads want it at once
        LoggerFactory.getILoggerFactory();
        var options = Options.parse(Path.of(args[0]), Arrays.copyOfRange(args, 1, args.length));
        var folder = DataFolder.prepare(options.data());
        FileLock lock = folder.lock().orElseThrow(() -> new Refusal(options.data() + " is in use already."));
        var launcher = new Launcher(options, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "launcher-stop"));
        try {
            launcher.start();
        } catch (RuntimeException e) {
            launcher.fail(e);
            System.exit(1);
        }
        while (lock.isValid()) {
            Thread.sleep(Duration.ofDays(1));
        }
    }

    private void start() {
        note();
        makeKeys();
        var settings = new ServiceSettings(options, folder, secrets);
        options.only().forEach(settings::write);
        // all at once: each waits for what it needs, and two cores are never idle
        var keycloak = supervise("keycloak", started, this::keycloak);
        var services = startServices();
        startBrokerAndStore();
        startSmallParts();
        note();
        say("the rest is up, waiting for the services and the log-in");
        var waiting = new ArrayList<CompletableFuture<Void>>();
        services.forEach(service -> waiting.add(awaiting(service)));
        waiting.add(awaiting(keycloak));
        try {
            waiting.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        phase = Phase.READY;
        note();
        say("everything is up");
    }

    /** New keys beside old data would make what is sealed unreadable without a word. */
    private void makeKeys() {
        if (Files.exists(folder.part(Part.STORE)) && !Files.exists(folder.keys().resolve("case.json"))) {
            throw new Refusal("There is data in " + folder.path() + " but its keys are missing. Put the folder "
                    + folder.keys() + " back, or start empty with --fresh.");
        }
        KeysetFiles.createSealingIfAbsent(folder.keys().resolve("case.json"));
        KeysetFiles.createSealingIfAbsent(folder.keys().resolve("contact.json"));
        KeysetFiles.createIndexIfAbsent(folder.keys().resolve("index.json"));
    }

    private void startBrokerAndStore() {
        if (options.apart()) {
            var broker = supervise(
                    "broker",
                    foundations,
                    () -> part(
                            "broker",
                            Broker.class,
                            () -> Probe.listens(options.port(Part.BROKER)),
                            folder.part(Part.BROKER).toString(),
                            String.valueOf(options.port(Part.BROKER)),
                            String.valueOf(options.port(Part.CONTROLLER))));
            var store = supervise(
                    "store",
                    foundations,
                    () -> part(
                            "store",
                            Store.class,
                            () -> Probe.listens(options.port(Part.STORE)),
                            folder.part(Part.STORE).toString(),
                            String.valueOf(options.port(Part.STORE))));
            CompletableFuture.allOf(awaiting(broker), awaiting(store)).join();
            return;
        }
        var broker = CompletableFuture.supplyAsync(
                () -> Broker.start(folder.part(Part.BROKER), options.port(Part.BROKER), options.port(Part.CONTROLLER)));
        closeLater(foundations, Store.start(folder.part(Part.STORE), options.port(Part.STORE)));
        say("store is up");
        closeLater(foundations, broker.join());
        say("broker is up");
    }

    private List<Supervised> startServices() {
        if (!options.separate()) {
            return List.of(
                    supervise("services", started, () -> services("services", SERVICES_HEAP_MB, options.only())));
        }
        return options.only().stream()
                .map(module ->
                        supervise(module.id(), started, () -> services(module.id(), SERVICE_HEAP_MB, List.of(module))))
                .toList();
    }

    private void startSmallParts() {
        closeLater(started, Mailbox.start(options.port(Part.SMTP), options.port(Part.MAILBOX)));
        closeLater(started, DemoNetwork.start(options.port(Part.DNS), options.port(Part.RDAP)));
        closeLater(started, Origins.start(options));
    }

    private Child keycloak() {
        var realm = options.root().resolve("deploy/keycloak");
        var environment = new HashMap<String, String>();
        environment.put("STAFF_ORIGIN", addresses.staff());
        environment.put("BACKCHANNEL_ORIGIN", addresses.staff());
        environment.put("PARTNER_DEMO_ENABLED", "true");
        environment.put(Secrets.placeholder("partner-demo"), secrets.of(Secrets.PARTNER_DEMO));
        Module.all().stream()
                .forEach(module -> environment.put(Secrets.placeholder(module.id()), secrets.of(module.id())));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of(Secrets.KEYCLOAK_ADMIN));
        return new KeycloakChild(Keycloak.start(new KeycloakSettings(
                KeycloakCache.folder(),
                folder.part(Part.KEYCLOAK),
                List.of(realm.resolve("openhotline-realm.json"), realm.resolve("demo/openhotline-users-0.json")),
                addresses.keycloak(),
                options.port(Part.KEYCLOAK),
                true,
                environment)));
    }

    private Child services(String name, int heapMb, List<Module> modules) {
        var arguments = new ArrayList<>(List.of(
                folder.run().toString(),
                String.valueOf(options.port(Part.BROKER)),
                String.valueOf(options.port(Part.STORE))));
        modules.forEach(module -> arguments.add(module.id()));
        BooleanSupplier healthy = () -> modules.stream()
                .allMatch(module ->
                        Probe.listens(options.port(module.health())) && Probe.answers(addresses.of(module.health())));
        var command = Java.command(
                "services",
                options.aot(),
                heapMb,
                List.of("-Dspring.output.ansi.enabled=never", folder.temporaryFlag()),
                JavaChild.onLifeline(Services.class, arguments.toArray(String[]::new)));
        // what the desks hear of a report can wait, whoever reports cannot
        boolean mayWait = !modules.contains(Module.REPORT_INTAKE);
        return JavaChild.start(name, mayWait ? Gently.run(command) : command, folder.log(name), healthy);
    }

    private Child part(String name, Class<?> main, BooleanSupplier ready, String... arguments) {
        return JavaChild.start(
                name,
                Java.command(
                        name,
                        false,
                        PART_HEAP_MB,
                        List.of(
                                "-Dlogback.configurationFile=" + Up.LOGGING,
                                "-Dopenhotline.log=" + folder.log(name),
                                folder.temporaryFlag()),
                        JavaChild.onLifeline(main, arguments)),
                folder.log(name),
                ready);
    }

    private Supervised supervise(String name, Deque<AutoCloseable> stack, Supplier<Child> start) {
        var child = new Supervised(name, start, this::childSays);
        children.add(child);
        closeLater(stack, child);
        note();
        return child;
    }

    private void childSays(String text) {
        say(text);
        note();
    }

    private CompletableFuture<Void> awaiting(Supervised child) {
        return CompletableFuture.runAsync(
                () -> {
                    child.awaitReady();
                    say(child.name() + (child.name().endsWith("s") ? " are up" : " is up"));
                },
                task -> Thread.ofVirtual().start(task));
    }

    private void closeLater(Deque<AutoCloseable> stack, AutoCloseable part) {
        synchronized (started) {
            stack.push(part);
        }
    }

    private void say(String text) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, text);
    }

    private synchronized void note() {
        var marks = children.stream()
                .map(child -> Mark.of(child.name(), child.process()))
                .toList();
        Map<String, Integer> ports = new TreeMap<>();
        Part.all().forEach(part -> ports.put(part.id(), options.port(part)));
        new State(
                        Mark.of("launcher", ProcessHandle.current()),
                        phase,
                        failure,
                        options.separate(),
                        ports,
                        options.only().stream().map(Module::id).toList(),
                        marks)
                .write(folder);
    }

    private void fail(RuntimeException e) {
        failure = String.valueOf(e.getMessage());
        say("failed: " + failure);
        LoggerFactory.getLogger(Launcher.class).error("The start failed", e);
    }

    /** Services before broker and store: a consumer that loses its broker waits for its session to expire. */
    private void stop() {
        phase = failure.isEmpty() ? Phase.STOPPING : Phase.FAILED;
        note();
        for (var part = next(); part.isPresent(); part = next()) {
            close(part.get());
        }
    }

    private Optional<AutoCloseable> next() {
        synchronized (started) {
            return Optional.ofNullable(started.isEmpty() ? foundations.poll() : started.poll());
        }
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            say("could not stop " + part.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
