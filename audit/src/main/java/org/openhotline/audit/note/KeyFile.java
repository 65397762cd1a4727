// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a key file holds: a secret line in the form of Go's sumdb/note,
 * {@code PRIVATE+KEY+<name>+<key id>+<base64(type || secret)>}, then the verifier key. Only its owner may read it.
 */
record KeyFile(byte[] secret, VerifierKey verifier) {
    private static final int LINES = 2;
    private static final int SECRET_PARTS = 5;

    /** @throws IllegalArgumentException where the file does not hold a key of this type for {@code name} */
    static KeyFile read(Path file, String name, KeyType type) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != LINES) {
            throw new IllegalArgumentException("a signing key file has two lines: " + file);
        }
        VerifierKey verifier = VerifierKey.parse(lines.get(1));
        if (!verifier.name().equals(name) || verifier.type() != type) {
            throw new IllegalArgumentException(
                    "the key in " + file + " is for " + verifier.name() + ", not for " + name);
        }
        String[] parts = lines.getFirst().split("\\+", SECRET_PARTS);
        byte[] typed = Base64.getDecoder().decode(parts[parts.length - 1]);
        KeyFile read = new KeyFile(Arrays.copyOfRange(typed, 1, typed.length), verifier);
        if (!read.secretLine().equals(lines.getFirst())) {
            throw new IllegalArgumentException("the secret line is not in the form of a note key: " + file);
        }
        return read;
    }

    /** Puts the key there unless there is one. */
    void writeIfAbsent(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a key file needs a folder");
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, file.getFileName().toString(), ".new", ownerOnly(file));
        try {
            byte[] text = (secretLine() + "\n" + verifier.text() + "\n").getBytes(StandardCharsets.UTF_8);
            Files.write(beside, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            // A link and not a move: it appears complete, and it never takes the place of a key that is there.
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster; its key is the one.
            return;
        } finally {
            Files.delete(beside);
        }
    }

    private String secretLine() {
        byte[] typed = ByteBuffer.allocate(1 + secret.length)
                .put(verifier.type().code())
                .put(secret)
                .array();
        return "PRIVATE+KEY+" + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.id()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
