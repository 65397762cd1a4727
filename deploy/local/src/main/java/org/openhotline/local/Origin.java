// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Keycloak keeps the addresses to which it sends people back; they are imported once, with the realm. */
final class Origin {
    private Origin() {}

    /** @throws Refusal where the data folder's realm was made for other addresses than this start would use */
    static void check(DataFolder folder, Options options) {
        var addresses = new Addresses(options);
        var wanted = addresses.staff() + " " + addresses.keycloak();
        var file = folder.path().resolve("origins");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, wanted);
                return;
            }
            var made = Files.readString(file);
            if (!made.equals(wanted)) {
                throw new Refusal("The log-in in this data folder was made for " + made + ", not for " + wanted
                        + ". Use those ports (--port staff=NUMBER --port keycloak=NUMBER), or start empty: --fresh");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + file, e);
        }
    }
}
