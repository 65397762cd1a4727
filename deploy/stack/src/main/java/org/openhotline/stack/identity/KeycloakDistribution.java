// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Keycloak's distribution, unpacked and built once into the cache folder of this machine. */
final class KeycloakDistribution {
    /** Part of the folder's name, so that other build options give another folder. */
    private static final String BUILD = "dev-file";

    private final Path home;

    private final LifelineJar lifeline;

    private KeycloakDistribution(Path home, LifelineJar lifeline) {
        this.home = home;
        this.lifeline = lifeline;
    }

    Path home() {
        return home;
    }

    Path aotCache() {
        return home.resolveSibling("%s-%s-jdk%s.aot"
                .formatted(home.getFileName(), lifeline.hash(), Runtime.version())
                .replaceAll("[^0-9A-Za-z.-]", "_"));
    }

    /** What the child's class path consists of; the same each time, or its ahead-of-time cache is refused. */
    String classPath() {
        return lifeline.jar(home) + ":" + home.resolve("lib/quarkus-run.jar");
    }

    static boolean isIn(Path cache) {
        return Files.exists(homeIn(cache));
    }

    private static Path homeIn(Path cache) {
        return cache.toAbsolutePath().resolve("keycloak-" + version() + "-" + BUILD);
    }

    /** Unpacks and builds where that has not been done; processes that ask at once wait for the first. */
    static synchronized KeycloakDistribution in(Path cache) {
        var version = version();
        var home = homeIn(cache);
        var lifeline = LifelineJar.read();
        try {
            Files.createDirectories(cache);
            try (var channel = FileChannel.open(
                            cache.resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!Files.exists(home)) {
                    make(archive(version), version, home);
                }
                lifeline.writeIfAbsent(home);
                assert lock.isValid();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack Keycloak into " + cache, e);
        }
        return new KeycloakDistribution(home, lifeline);
    }

    private static void make(Path archive, String version, Path home) throws IOException {
        var parent = home.resolveSibling(home.getFileName() + ".making");
        run(List.of("rm", "-rf", parent.toString()));
        Files.createDirectories(parent);
        run(List.of("tar", "xzf", archive.toString(), "-C", parent.toString()));
        var unpacked = parent.resolve("keycloak-" + version);
        run(List.of(unpacked.resolve("bin/kc.sh").toString(), "build", "--db=dev-file"));
        Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(parent);
    }

    private static void run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " failed: " + said);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted in " + String.join(" ", command), e);
        }
    }

    /** Where Maven has put the archive, which the build has fetched because this module depends on it. */
    private static Path archive(String version) throws IOException {
        var repository = Path.of(System.getProperty(
                "maven.repo.local",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
        var archive = repository.resolve(
                "org/keycloak/keycloak-quarkus-dist/%s/keycloak-quarkus-dist-%s.tar.gz".formatted(version, version));
        if (!Files.exists(archive)) {
            throw new IOException("Keycloak's distribution is not in " + archive
                    + "; build once with ./mvnw, or give the repository by -Dmaven.repo.local=DIR");
        }
        return archive;
    }

    static String version() {
        try (var in = KeycloakDistribution.class.getResourceAsStream("keycloak.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in, "keycloak.properties"));
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read Keycloak's version", e);
        }
    }
}
