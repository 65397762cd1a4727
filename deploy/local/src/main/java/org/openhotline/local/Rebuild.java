// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.openhotline.audit.note.SignerKeyFile;
import org.openhotline.audit.replay.kafka.Republish;
import org.openhotline.audit.verify.AuditVerifier;
import org.openhotline.chassis.Service;
import org.openhotline.chassis.rebuild.Summary;
import org.openhotline.stack.broker.Broker;
import org.openhotline.stack.store.Store;

/**
 * {@code ./deploy/rebuild}: compares the log with itself and with a checkpoint from outside, lets audit catch up, puts the
 * replay on a topic and has each service made again from it. Only broker and store run beside: there is no mail server
 * and no name server that anything could reach.
 */
public final class Rebuild {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DataFolder folder;
    private final State last;

    private Rebuild(DataFolder folder, State last) {
        this.folder = folder;
        this.last = last;
    }

    /** Root of the checkout first, then {@link RebuildOptions#USAGE}. */
    public static void main(String... args) {
        try {
            if (Arrays.asList(args).contains("--help")) {
                System.out.print(RebuildOptions.USAGE);
                return;
            }
            rebuild(RebuildOptions.parse(Path.of(args[0]), Arrays.copyOfRange(args, 1, args.length)));
            System.exit(0);
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (RuntimeException e) {
            System.err.println("The rebuild broke off: " + e.getMessage()
                    + "\nIt can be done again. What there is to read lies in the data folder, logs/rebuild.log");
            System.exit(1);
        }
    }

    private static void rebuild(RebuildOptions options) {
        DataFolder folder = new DataFolder(options.data());
        State last = State.read(folder)
                .orElseThrow(() -> new Refusal("No OpenHotline has ever run with its data in " + options.data() + "."));
        FileLock lock = folder.lock()
                .orElseThrow(() -> new Refusal("An OpenHotline with its data in " + options.data()
                        + " is running. Stop it first: ./deploy/down"));
        logInto(folder);
        Rebuild rebuild = new Rebuild(folder, last);
        rebuild.compare(options);
        if (!options.services().isEmpty()) {
            rebuild.make(options.services());
        }
        if (!lock.isValid()) {
            throw new IllegalStateException("the data folder was not this command's alone");
        }
    }

    /** One file for all that is started in this process; Spring Boot leaves it as it is. */
    private static void logInto(DataFolder folder) {
        LogManager.getLogManager().reset();
        System.setProperty("logback.configurationFile", Up.LOGGING);
        System.setProperty("openhotline.log", folder.log("rebuild").toString());
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }

    /** Before anything is signed on top of the log, and before any database is touched. */
    private void compare(RebuildOptions options) {
        Path log = folder.path().resolve("audit");
        if (!Files.exists(log.resolve("checkpoint"))) {
            throw new Refusal("There is no log in " + log + ". It comes back from its backup.");
        }
        try {
            List<String> arguments = new ArrayList<>(List.of("log", log.toString(), verifierKey(log)));
            options.checkpoint().ifPresent(file -> arguments.addAll(List.of("--older", file.toString())));
            String found = AuditVerifier.run(arguments);
            System.out.println("The log in " + log + " is in order"
                    + (options.checkpoint().isPresent() ? " and goes on from the checkpoint." : ".") + "\n  "
                    + found.lines().findFirst().orElse(""));
        } catch (AuditVerifier.Broken e) {
            throw new Refusal("Nothing is rebuilt: " + e.getMessage() + ".\nRestore a newer copy of " + log
                    + ", or have an auditor look at it.");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log", e);
        }
    }

    private String verifierKey(Path log) throws IOException {
        try (Stream<String> checkpoint = Files.lines(log.resolve("checkpoint"))) {
            String origin = checkpoint.findFirst().orElse("");
            return SignerKeyFile.read(folder.keys().resolve("audit.key"), origin)
                    .verifier()
                    .text();
        }
    }

    private void make(List<Module> services) {
        try (var store = Store.start(folder.part(Part.STORE), last.port(Part.STORE));
                var broker =
                        Broker.start(folder.part(Part.BROKER), last.port(Part.BROKER), last.port(Part.CONTROLLER))) {
            String topic = "openhotline.replay." + System.currentTimeMillis();
            republish(topic);
            for (Module service : services) {
                System.out.printf("%n%s is made again ...%n", service.id());
                Summary summary = Service.rebuild(application(service), service.id(), topic, settings(service));
                System.out.print(summary.text());
                System.out.print(OnlyFromBackup.of(service));
            }
            System.out.println("\nStart OpenHotline again: ./deploy/up");
        }
    }

    /** Audit first hears what the broker still has: what it has not heard would be missing. */
    private void republish(String topic) {
        try (var audit = Service.run(application(Module.AUDIT), Module.AUDIT.id(), settings(Module.AUDIT))) {
            System.out.println("Audit catches up with what the broker still has ...");
            new CatchUp("127.0.0.1:" + last.port(Part.BROKER)).await(Module.AUDIT.id(), PATIENCE);
            long events = audit.getBean(Republish.class).to(topic);
            System.out.printf("%d events are put on the topic %s%n", events, topic);
        }
    }

    /** As they were at the last start. */
    private String[] settings(Module module) {
        return new String[] {
            "--spring.config.additional-location="
                    + folder.run().resolve(module.id() + ".properties").toUri()
        };
    }

    private static Class<?> application(Module module) {
        return Services.application(module);
    }
}
