// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.identity;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What one Keycloak is started with.
 *
 * @param cache where the distribution is unpacked and built, shared by every instance on this machine
 * @param data this instance's own folder: its database, log and imported files
 * @param imports realm and user files, named as Keycloak names its exports; read once, when the realm does not exist yet
 * @param origin where browsers and services reach it, for example {@code http://localhost:8280}; it listens on that
 *     port of the loopback address
 * @param gentle whether it yields the processors to everything else, so that the public form is not kept waiting by it
 * @param environment what {@code ${NAME}} stands for in the imported files, and Keycloak's own {@code KC_*} settings
 */
public record KeycloakSettings(
        Path cache,
        Path data,
        List<Path> imports,
        String origin,
        int port,
        boolean gentle,
        Map<String, String> environment) {
    public KeycloakSettings {
        imports = List.copyOf(imports);
        environment = Map.copyOf(environment);
    }
}
