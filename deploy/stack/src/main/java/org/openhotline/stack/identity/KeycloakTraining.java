// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes the ahead-of-time cache (JEP 514) that lets Keycloak start faster: one whole run, recorded. */
public final class KeycloakTraining {
    private static final int PATIENCE_SECONDS = 120;

    private KeycloakTraining() {}

    /** Runs the realm once on throw-away data, unless this JDK and this distribution have a cache already. */
    public static void makeCacheIfAbsent(KeycloakSettings settings, String realm) {
        var distribution = KeycloakDistribution.in(settings.cache());
        var cache = distribution.aotCache();
        if (Files.exists(cache)) {
            return;
        }
        var making = cache.resolveSibling(cache.getFileName() + ".making");
        var run = Keycloak.start(settings, distribution, List.of("-XX:AOTCacheOutput=" + making));
        try (run) {
            run.awaitReady(realm, Duration.ofMinutes(2));
            var process = run.process();
            process.destroy();
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (Files.exists(making)) {
                Files.move(making, cache, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the ahead-of-time cache " + cache, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Keycloak's cache is made", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Keycloak's training run does not end", e);
        }
    }

    static Path cacheOf(Path cache) {
        return KeycloakDistribution.in(cache).aotCache();
    }
}
