// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The file that holds a log's signing key: the secret line, then the verifier key. Only its owner may read it. */
public final class SignerKeyFile {
    private static final int LINES = 2;
    private static final int SECRET_PARTS = 5;

    private SignerKeyFile() {}

    /** Makes a new key for {@code origin} unless the file is there; returns the key in the file either way. */
    public static SignerKey createIfAbsent(Path file, String origin) throws IOException {
        if (!Files.exists(file)) {
            SignerKey key = SignerKey.generate(origin);
            try {
                write(file, key);
            } catch (FileAlreadyExistsException e) {
                // Another process was faster; its key is the one.
                return read(file, origin);
            }
        }
        return read(file, origin);
    }

    /**
     * Reads the key of {@code origin}.
     *
     * @throws IllegalArgumentException where the file does not hold it
     */
    public static SignerKey read(Path file, String origin) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != LINES) {
            throw new IllegalArgumentException("a signing key file has two lines: " + file);
        }
        VerifierKey verifier = VerifierKey.parse(lines.get(1));
        if (!verifier.name().equals(origin)) {
            throw new IllegalArgumentException(
                    "the key in " + file + " is for " + verifier.name() + ", not for " + origin);
        }
        String secret = lines.getFirst();
        String[] parts = secret.split("\\+", SECRET_PARTS);
        byte[] typed = Base64.getDecoder().decode(parts[parts.length - 1]);
        SignerKey key = new SignerKey(Arrays.copyOfRange(typed, 1, typed.length), verifier);
        if (!key.secretText().equals(secret)) {
            throw new IllegalArgumentException("the secret line is not in the form of a note key: " + file);
        }
        return key;
    }

    private static void write(Path file, SignerKey key) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a key file needs a folder");
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, file.getFileName().toString(), ".new", ownerOnly(file));
        try {
            String text = key.secretText() + "\n" + key.verifier().text() + "\n";
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Files.write(beside, bytes, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            // A link and not a move: it appears complete, and it never takes the place of a key that is there.
            Files.createLink(file, beside);
        } finally {
            Files.delete(beside);
        }
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
