// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that holds a log's second, ML-DSA-44 key. */
public final class CosignerKeyFile {
    private CosignerKeyFile() {}

    /** Makes a new key for {@code origin} unless the file is there; returns the key in the file either way. */
    public static CosignerKey createIfAbsent(Path file, String origin) throws IOException {
        if (!Files.exists(file)) {
            CosignerKey made = CosignerKey.generate(origin);
            new KeyFile(made.secret(), made.verifier()).writeIfAbsent(file);
        }
        return read(file, origin);
    }

    /**
     * Reads the key of {@code origin}.
     *
     * @throws IllegalArgumentException where the file does not hold it
     */
    public static CosignerKey read(Path file, String origin) throws IOException {
        KeyFile read = KeyFile.read(file, origin, KeyType.ML_DSA_COSIGNER);
        return CosignerKey.of(read.secret(), read.verifier());
    }
}
