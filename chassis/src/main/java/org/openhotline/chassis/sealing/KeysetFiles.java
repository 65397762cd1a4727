// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/** Keysets as Tink's JSON in files that only their owner may read. */
public final class KeysetFiles {
    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private KeysetFiles() {}

    /** @throws IllegalArgumentException where the file is not a keyset; the message names the file and nothing of it */
    public static KeysetHandle read(Path file) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the keyset file " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " is not a Tink keyset in JSON", e);
        }
    }

    /** A new keyset for sealing (AES-256-GCM) in {@code file}, unless there is one. */
    public static void createSealingIfAbsent(Path file) {
        createIfAbsent(file, PredefinedAeadParameters.AES256_GCM);
    }

    /** A new keyset for a blind index (HMAC-SHA-256) in {@code file}, unless there is one. */
    public static void createIndexIfAbsent(Path file) {
        createIfAbsent(file, PredefinedPrfParameters.HMAC_SHA256_PRF);
    }

    private static void createIfAbsent(Path file, Parameters parameters) {
        if (Files.exists(file)) {
            return;
        }
        try {
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, json, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the keyset file " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a keyset", e);
        }
    }
}
