// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.settings;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One piece of configuration as it is now. Every bean of this type is told.
 *
 * @param what a code such as {@code country-profile}
 * @param version changes whenever the piece does, and says nothing of its content
 */
public record Setting(String what, String version) {

    /** @return with the SHA-256 of the file, in hexadecimal */
    public static Setting file(String what, Path file) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return new Setting(what, HexFormat.of().formatHex(hash));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** @return with the numbers of the keys, the one in use first; they are public, as each ciphertext names its own */
    public static Setting keys(String what, KeysetHandle keyset) {
        int inUse = keyset.getPrimary().getId();
        IntStream others = IntStream.range(0, keyset.size())
                .map(i -> keyset.getAt(i).getId())
                .filter(id -> id != inUse)
                .sorted();
        return new Setting(
                what,
                Stream.concat(Stream.of(inUse), others.boxed())
                        .map(Integer::toUnsignedString)
                        .collect(Collectors.joining(" ")));
    }
}
