// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that holds a log's signing key. */
public final class SignerKeyFile {
    private SignerKeyFile() {}

    /** Makes a new key for {@code origin} unless the file is there; returns the key in the file either way. */
    public static SignerKey createIfAbsent(Path file, String origin) throws IOException {
        if (!Files.exists(file)) {
            SignerKey made = SignerKey.generate(origin);
            new KeyFile(made.seed(), made.verifier()).writeIfAbsent(file);
        }
        return read(file, origin);
    }

    /**
     * Reads the key of {@code origin}.
     *
     * @throws IllegalArgumentException where the file does not hold it
     */
    public static SignerKey read(Path file, String origin) throws IOException {
        KeyFile read = KeyFile.read(file, origin, KeyType.ED25519);
        return new SignerKey(read.secret(), read.verifier());
    }
}
