// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    /** Root of the checkout, then perhaps more options of {@link Up}. */
    public static void main(String... args) throws IOException, InterruptedException {
        var root = args[0];
        var data = Files.createTempDirectory("openhotline-training");
        try {
            keycloak(Path.of(root), data.resolve("keycloak"));
            System.setProperty(Java.TRAINING, "true");
            for (var name : CACHES) {
                Files.createDirectories(making(name).getParent());
            }
            var folder = new DataFolder(data.resolve("stack"));
            var options = new ArrayList<>(List.of(root, "--data", folder.path().toString(), "--free-ports"));
            options.addAll(Arrays.asList(args).subList(1, args.length));
            Up.main(options.toArray(String[]::new));
            var running = State.read(folder).orElseThrow().options(Path.of(root));
            DemoDay.play(running, REPORTS);
            Down.down(folder);
            for (var name : CACHES) {
                Files.move(making(name), Java.aotFile(name).orElseThrow(), StandardCopyOption.ATOMIC_MOVE);
            }
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

    private static Path making(String name) {
        return Java.making(name).orElseThrow(() -> new Refusal("Caches can be made for the launcher's jar only."));
    }
}
