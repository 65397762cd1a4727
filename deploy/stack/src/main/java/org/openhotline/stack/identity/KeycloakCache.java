// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.identity;

import java.nio.file.Path;
import java.util.Objects;

/** Where this user's unpacked Keycloak lies by default: {@code $OPENHOTLINE_CACHE}, or the XDG cache folder. */
public final class KeycloakCache {
    private KeycloakCache() {}

    public static Path folder() {
        var environment = System.getenv();
        var given = environment.get("OPENHOTLINE_CACHE");
        if (given != null && !given.isBlank()) {
            return Path.of(given);
        }
        var home = Path.of(Objects.requireNonNull(System.getProperty("user.home")));
        var xdg = environment.get("XDG_CACHE_HOME");
        var caches = xdg == null || xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg);
        return caches.resolve("openhotline");
    }
}
