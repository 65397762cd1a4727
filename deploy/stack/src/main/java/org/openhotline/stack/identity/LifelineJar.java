// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import org.openhotline.stack.Lifeline;

/**
 * {@link Lifeline} alone in a jar: Keycloak must not see the rest of our class path, and its ahead-of-time cache wants
 * the same class path each time.
 */
record LifelineJar(byte[] code, String hash) {
    private static final String ENTRY = Lifeline.class.getName().replace('.', '/') + ".class";

    static LifelineJar read() {
        try (var in = Lifeline.class.getResourceAsStream("/" + ENTRY)) {
            var code = Objects.requireNonNull(in, ENTRY).readAllBytes();
            var crc = new CRC32();
            crc.update(code);
            return new LifelineJar(code, HexFormat.of().toHexDigits((int) crc.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + ENTRY, e);
        }
    }

    Path jar(Path home) {
        return home.resolve("lifeline-" + hash + ".jar");
    }

    void writeIfAbsent(Path home) throws IOException {
        var jar = jar(home);
        if (Files.exists(jar)) {
            return;
        }
        var making = home.resolve("lifeline.making");
        try (var out = new JarOutputStream(Files.newOutputStream(making))) {
            out.putNextEntry(new JarEntry(ENTRY));
            out.write(code);
            out.closeEntry();
        }
        Files.move(making, jar, StandardCopyOption.ATOMIC_MOVE);
    }
}
