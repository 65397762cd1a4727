// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Properties;

/** Keycloak keeps the addresses to which it sends people back; they are imported once, with the realm. */
final class Origin {
    private static final List<Part> REMEMBERED = List.of(Part.STAFF, Part.KEYCLOAK);

    private Origin() {}

    /**
     * The options with the ports that the realm in this folder was made for, where any port would do.
     *
     * @throws Refusal where other ports are asked for than the realm was made for
     */
    static Options remembered(DataFolder folder, Options options) {
        var made = read(file(folder));
        var ports = new EnumMap<>(options.ports());
        for (var part : REMEMBERED) {
            var known = made.getProperty(part.id());
            if (known == null) {
                continue;
            }
            if (options.port(part) != 0 && options.port(part) != Integer.parseInt(known)) {
                throw new Refusal(
                        "The log-in in this data folder was made for port %s of %s, not for %d. Give --port %s=%s, or start empty: --fresh"
                                .formatted(known, part.id(), options.port(part), part.id(), known));
            }
            ports.put(part, Integer.parseInt(known));
        }
        return options.with(ports);
    }

    static void remember(DataFolder folder, Options options) {
        var made = new Properties();
        REMEMBERED.forEach(part -> made.setProperty(part.id(), String.valueOf(options.port(part))));
        try (var out = Files.newBufferedWriter(file(folder))) {
            made.store(out, "The ports that the log-in was made for");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(folder), e);
        }
    }

    private static Path file(DataFolder folder) {
        return folder.path().resolve("origins.properties");
    }

    private static Properties read(Path file) {
        var made = new Properties();
        if (!Files.exists(file)) {
            return made;
        }
        try (var in = Files.newBufferedReader(file)) {
            made.load(in);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
