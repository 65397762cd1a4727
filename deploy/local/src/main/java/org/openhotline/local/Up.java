// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.openhotline.local.State.Phase;
import org.openhotline.local.demo.DemoDay;
import org.openhotline.local.demo.DemoStaff;
import org.openhotline.stack.identity.Keycloak;
import org.openhotline.stack.identity.KeycloakCache;

/** {@code ./deploy/up}: checks, starts the {@link Launcher} in the background, shows its progress, says where to go. */
public final class Up {
    static final String LOGGING = "org/openhotline/local/logback-launcher.xml";
    private static final int LAUNCHER_HEAP_MB = 320;
    private static final int LEFTOVER_SECONDS = 20;
    private static final String GREETING = """

            OpenHotline is up. Everything on this machine, and only on it:

              public form     %s/
              staff pages     %s/
              mailbox         %s/   what would have been sent
              data            %s

            Log in on the staff pages as (password "demo-" and the name):
              analyst, analyst2   assess reports        senior    second review
              officer             takedown              liaison   police desk
              auditor             the log               assessor  national figures
              admin               accounts

            ./deploy/status says how it is, ./deploy/down stops it.
            """;

    private Up() {}

    /** Root of the checkout first, then {@link Options#USAGE}. */
    public static void main(String... args) throws InterruptedException {
        try {
            up(Path.of(args[0]), Arrays.copyOfRange(args, 1, args.length));
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void up(Path root, String... arguments) throws InterruptedException {
        if (Stream.of(arguments).anyMatch(List.of("--help", "-h")::contains)) {
            System.out.print(Options.USAGE);
            return;
        }
        var options = Options.parse(root, arguments);
        var folder = new DataFolder(options.data());
        if (folder.isInUse()) {
            throw new Refusal("An OpenHotline with its data in " + options.data()
                    + " is running already. Stop it with ./deploy/down, or give another folder: --data DIR");
        }
        endLeftovers(folder);
        folder.emptyTemporary();
        if (options.fresh()) {
            folder.empty();
        }
        folder = DataFolder.prepare(options.data());
        var asked = Origin.remembered(folder, options);
        var settled = asked.with(Ports.choose(asked));
        Origin.remember(folder, settled);
        prepareKeycloak();
        if (options.aot() && !Boolean.getBoolean(Java.TRAINING)) {
            Train.inAnotherProcess(root);
        }
        var launcher = launch(settled, folder);
        if (!follow(launcher, folder)) {
            System.err.println(
                    "It did not start. What there is to read lies in " + folder.logs() + " and " + progressOf(folder));
            Reason.of(folder).forEach(line -> System.err.println("    " + line));
            System.exit(1);
        }
        greet(settled);
        if (options.demo()) {
            demo(settled);
        }
    }

    private static void demo(Options options) throws InterruptedException {
        var addresses = new Addresses(options);
        var receipt = DemoDay.play(addresses.publicForm());
        if (!options.only().containsAll(Module.all())) {
            System.out.println("The demo staff stays at home: not all services were started.");
            return;
        }
        try {
            DemoStaff.play(addresses.staff(), addresses.mailbox());
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new Refusal("OpenHotline is up, but the demo staff could not finish its day: " + e.getMessage());
        }
        receipt.ifPresent(given -> System.out.printf(
                "What a reporter reads: %s/status with reference %s and secret %s%n",
                addresses.publicForm(), given.reference(), given.secret()));
    }

    private static void prepareKeycloak() {
        if (!Keycloak.isPrepared(KeycloakCache.folder())) {
            System.out.println("Unpacking Keycloak into " + KeycloakCache.folder() + ", once ...");
            Keycloak.prepare(KeycloakCache.folder());
        }
    }

    /** Children of a launcher that was killed end by themselves; those that do not are ended here. */
    private static void endLeftovers(DataFolder folder) throws InterruptedException {
        for (var child : State.read(folder).map(State::children).orElse(List.of())) {
            var process = child.find();
            if (process.isPresent()) {
                System.out.printf(
                        "Left over from a run that broke off: %s, process %d. Ending it.%n", child.name(), child.pid());
                process.get().destroy();
                try {
                    process.get().onExit().get(LEFTOVER_SECONDS, TimeUnit.SECONDS);
                } catch (ExecutionException | TimeoutException e) {
                    process.get().destroyForcibly();
                }
            }
        }
    }

    private static Process launch(Options options, DataFolder folder) {
        var command = new ArrayList<>(detached());
        command.addAll(Java.command(
                "launcher",
                options.aot(),
                LAUNCHER_HEAP_MB,
                List.of(
                        "-Dlogback.configurationFile=" + LOGGING,
                        "-Dopenhotline.log=" + folder.log("launcher"),
                        folder.temporaryFlag(),
                        training()),
                List.of(Launcher.class.getName())));
        command.addAll(arguments(options));
        try {
            Files.deleteIfExists(folder.run().resolve("state.json"));
            return Java.process(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(progressOf(folder).toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the launcher", e);
        }
    }

    private static String training() {
        return "-D" + Java.TRAINING + "=" + Boolean.getBoolean(Java.TRAINING);
    }

    /** A session of its own, so that closing the terminal does not end it. */
    private static List<String> detached() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid", "/usr/bin/nohup", "/bin/nohup")
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private static List<String> arguments(Options options) {
        var all = new ArrayList<>(List.of(
                options.root().toString(),
                "--data",
                options.data().toString(),
                "--country",
                options.country().toString(),
                "--only",
                String.join(",", options.only().stream().map(Module::id).toList())));
        options.ports().forEach((part, port) -> all.addAll(List.of("--port", part.id() + "=" + port)));
        if (options.separate()) {
            all.add("--separate");
        }
        if (options.apart()) {
            all.add("--apart");
        }
        if (!options.aot()) {
            all.add("--no-aot");
        }
        return all;
    }

    private static Path progressOf(DataFolder folder) {
        return folder.run().resolve("progress.log");
    }

    /** Shows what the launcher says until it is ready; interrupted before that, the launcher is stopped. */
    private static boolean follow(Process launcher, DataFolder folder) throws InterruptedException {
        var stop = new Thread(launcher::destroy, "stop-what-was-begun");
        Runtime.getRuntime().addShutdownHook(stop);
        int shown = 0;
        boolean ready = false;
        boolean alive = true;
        while (alive && !ready) {
            alive = !launcher.waitFor(100, TimeUnit.MILLISECONDS);
            ready = State.read(folder)
                    .map(State::phase)
                    .filter(Phase.READY::equals)
                    .isPresent();
            shown = show(progressOf(folder), shown);
        }
        Runtime.getRuntime().removeShutdownHook(stop);
        return ready;
    }

    /** @return how many characters have been shown; a line that is not whole yet is left for the next time */
    private static int show(Path progress, int shown) {
        try {
            var said = Files.readString(progress);
            int end = said.lastIndexOf('\n') + 1;
            System.out.print(said.substring(shown, Math.max(shown, end)));
            return Math.max(shown, end);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + progress, e);
        }
    }

    private static void greet(Options options) {
        var addresses = new Addresses(options);
        System.out.printf(GREETING, addresses.publicForm(), addresses.staff(), addresses.mailbox(), options.data());
    }
}
