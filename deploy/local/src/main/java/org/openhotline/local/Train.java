// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.openhotline.local.demo.DemoDay;
import org.openhotline.stack.FreePort;
import org.openhotline.stack.identity.KeycloakCache;
import org.openhotline.stack.identity.KeycloakSettings;
import org.openhotline.stack.identity.KeycloakTraining;

/**
 * Makes the ahead-of-time caches (JEP 514): starts everything once on throw-away data, uses it a little, stops it. The
 * caches belong to the jars and the JDK that they were made with; {@code ./deploy/up} makes them again when those change.
 */
public final class Train {
    private static final List<String> CACHES = List.of("launcher", "services");
    /** Enough to load what a first report needs. */
    private static final int REPORTS = 8;

    private Train() {}

    /** Whether these jars and this JDK have their caches. */
    static boolean isDone() {
        return CACHES.stream()
                .allMatch(name -> AotCache.of(name).filter(AotCache::exists).isPresent());
    }

    /** Makes the caches in a process of its own, which says what it does in {@code train.log} beside them. */
    static void inAnotherProcess(Path root) throws InterruptedException {
        var cache = AotCache.of(CACHES.getFirst());
        if (cache.isEmpty() || isDone()) {
            return;
        }
        var log = cache.get().folder().resolveSibling("train.log");
        var failed = cache.get().file().resolveSibling(cache.get().file().getFileName() + ".failed");
        if (Files.exists(failed)) {
            return;
        }
        System.out.println("Making the caches that let it start faster. Once for each build, one to three minutes ...");
        try {
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Train.class.getName(),
                    root.toString());
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0 || !isDone()) {
                System.out.println("That did not work (see " + log + "); it starts without them, more slowly.");
                Files.createDirectories(cache.get().folder());
                Files.writeString(failed, "Delete this file and the caches are tried again.\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the caches", e);
        }
    }

    /** Root of the checkout, then perhaps more options of {@link Up}. */
    public static void main(String... args) throws IOException, InterruptedException {
        var root = args[0];
        var caches = CACHES.stream()
                .map(name -> AotCache.of(name)
                        .orElseThrow(() -> new Refusal("Caches can be made for the launcher's jar only.")))
                .toList();
        var data = Files.createTempDirectory("openhotline-training");
        try {
            keycloak(Path.of(root), data.resolve("keycloak"));
            System.setProperty(Java.TRAINING, "true");
            for (var cache : caches) {
                Files.createDirectories(cache.folder());
            }
            var folder = new DataFolder(data.resolve("stack"));
            var options = new ArrayList<>(List.of(root, "--data", folder.path().toString(), "--free-ports"));
            options.addAll(Arrays.asList(args).subList(1, args.length));
            Up.main(options.toArray(String[]::new));
            var running = State.read(folder).orElseThrow().options(Path.of(root));
            DemoDay.play(new Addresses(running).publicForm(), REPORTS);
            Down.down(folder);
            caches.forEach(AotCache::keep);
        } finally {
            DataFolder.delete(data);
        }
    }

    private static void keycloak(Path root, Path data) {
        int port = FreePort.orAny(0);
        KeycloakTraining.makeCacheIfAbsent(
                new KeycloakSettings(
                        KeycloakCache.folder(),
                        data,
                        List.of(root.resolve("deploy/keycloak/openhotline-realm.json")),
                        "http://localhost:" + port,
                        port,
                        false,
                        Map.of("STAFF_ORIGIN", "http://localhost:8090", "BACKCHANNEL_ORIGIN", "http://localhost:8090")),
                KeycloakChild.REALM);
    }
}
