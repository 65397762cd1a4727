// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An ahead-of-time cache (JEP 514) beside the launcher's jar. Its file is named after every jar that it was made from:
 * Java 25 was seen to run old classes out of a cache whose jar had changed, so a cache of other jars must not be found.
 *
 * @param name what it is for
 * @param file where it is, or would be
 */
record AotCache(String name, Path file) {
    /** Of what the processes named so run; nowhere when the class path is not the launcher's jar, since a cache needs jars. */
    static Optional<AotCache> of(String name) {
        var classPath = System.getProperty("java.class.path");
        if (!classPath.endsWith(".jar") || classPath.contains(":")) {
            return Optional.empty();
        }
        var jar = Path.of(classPath).toAbsolutePath();
        var folder = jar.resolveSibling("aot");
        return Optional.of(new AotCache(name, folder.resolve(name + "-" + fingerprint(jar) + ".aot")));
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Where it is written before it is whole. */
    Path making() {
        return file.resolveSibling(file.getFileName() + ".making");
    }

    /** Puts the written cache in place and deletes those of other jars. */
    void keep() {
        try {
            Files.move(making(), file, StandardCopyOption.ATOMIC_MOVE);
            try (var others = Files.list(folder())) {
                for (var other : others.filter(this::isOutdated).toList()) {
                    Files.delete(other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the cache " + file, e);
        }
    }

    private boolean isOutdated(Path other) {
        return other.getFileName().toString().startsWith(name + "-") && !other.equals(file);
    }

    Path folder() {
        return file.resolveSibling(".").normalize();
    }

    private static String fingerprint(Path jar) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            for (var file : jars(jar)) {
                var text = "%s %d %d\n"
                        .formatted(
                                file,
                                Files.size(file),
                                Files.getLastModifiedTime(file).toMillis());
                hash.update(text.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(hash.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the jars beside " + jar, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private static List<Path> jars(Path jar) throws IOException {
        var lib = jar.resolveSibling("lib");
        if (!Files.isDirectory(lib)) {
            return List.of(jar);
        }
        try (var files = Files.list(lib)) {
            return Stream.concat(Stream.of(jar), files.sorted()).toList();
        }
    }
}
