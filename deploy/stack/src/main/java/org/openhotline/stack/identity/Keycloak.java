// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openhotline.stack.Gently;
import org.openhotline.stack.Lifeline;

/**
 * One Keycloak as a child process. It dies with this process. Its home is a folder of links to the unpacked
 * distribution with a {@code data} of its own, so that several instances share one distribution.
 */
public final class Keycloak implements AutoCloseable {
    private static final List<String> LINKED = List.of("bin", "conf", "lib", "providers", "themes");
    /** From Keycloak's own start script. */
    private static final List<String> AS_KEYCLOAK_WANTS = List.of(
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "-Dkc.config.built=true",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    /** For a small machine: one compiler, one collector thread, small headers. Halves start time and memory. */
    private static final List<String> SMALL = List.of(
            "-Xms64m",
            "-Xmx320m",
            "-XX:MaxNewSize=32m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError");

    private final Process process;
    private final KeycloakSettings settings;
    private final Path log;

    private Keycloak(Process process, KeycloakSettings settings, Path log) {
        this.process = process;
        this.settings = settings;
        this.log = log;
    }

    /** Whether {@link #prepare} has nothing to do. */
    public static boolean isPrepared(Path cache) {
        return KeycloakDistribution.isIn(cache);
    }

    /** Unpacks and builds the distribution where that has not been done yet. Takes about 20 s the first time. */
    public static void prepare(Path cache) {
        KeycloakDistribution.in(cache);
    }

    /** Starts the process and returns; {@link #awaitReady} tells when it answers. */
    public static Keycloak start(KeycloakSettings settings) {
        var distribution = KeycloakDistribution.in(settings.cache());
        var aot = distribution.aotCache();
        return start(
                settings,
                distribution,
                Files.exists(aot) ? List.of("-XX:AOTCache=" + aot, "-Xlog:disable") : List.of());
    }

    static Keycloak start(KeycloakSettings settings, KeycloakDistribution distribution, List<String> aot) {
        try {
            var home = home(settings, distribution);
            var log = settings.data().resolve("keycloak.log");
            var builder = new ProcessBuilder(command(settings, distribution, home, aot))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(settings.environment());
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            return new Keycloak(builder.start(), settings, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Keycloak in " + settings.data(), e);
        }
    }

    private static Path home(KeycloakSettings settings, KeycloakDistribution distribution) throws IOException {
        var home = settings.data().toAbsolutePath();
        var imports = Files.createDirectories(home.resolve("data/import"));
        for (var name : LINKED) {
            link(home.resolve(name), distribution.home().resolve(name));
        }
        for (var file : settings.imports()) {
            Files.copy(file, imports.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return home;
    }

    private static void link(Path link, Path target) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return;
        }
        try {
            Files.createSymbolicLink(link, target);
        } catch (FileAlreadyExistsException e) {
            Files.delete(link);
            Files.createSymbolicLink(link, target);
        }
    }

    private static List<String> command(
            KeycloakSettings settings, KeycloakDistribution distribution, Path home, List<String> aot) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(aot);
        command.addAll(AS_KEYCLOAK_WANTS);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(List.of("-cp", distribution.classPath(), Lifeline.class.getName()));
        command.addAll(List.of("io.quarkus.bootstrap.runner.QuarkusEntryPoint", "start", "--optimized"));
        command.add("--import-realm");
        // without it JGroups listens on every interface
        command.add("--cache=local");
        command.add("--http-enabled=true");
        command.add("--http-host=127.0.0.1");
        command.add("--http-port=" + settings.port());
        command.add("--hostname=" + settings.origin());
        return settings.gentle() ? Gently.run(command) : command;
    }

    /** The issuer of a realm's tokens. */
    public String issuer(String realm) {
        return settings.origin() + "/realms/" + realm;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /**
     * Waits until the realm answers.
     *
     * @throws IllegalStateException if the process ends or the time is over; the message names the log
     */
    public void awaitReady(String realm, Duration patience) {
        var probe = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.port() + "/realms/" + realm))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + patience.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http, probe)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("Keycloak ended with " + process.exitValue() + ", see " + log);
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Keycloak does not answer after " + patience + ", see " + log);
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Keycloak starts", e);
        }
    }

    private static boolean answers(HttpClient http, HttpRequest probe) throws InterruptedException {
        try {
            return http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGTERM, and SIGKILL after ten seconds. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
