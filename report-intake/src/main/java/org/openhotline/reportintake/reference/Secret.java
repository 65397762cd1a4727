// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.reference;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * Proves that somebody is the reporter: 23 random characters (113 bits) and a check character. Shown once and kept only
 * as a SHA-256. A slow hash would add nothing: those defend guessable passwords, and nobody guesses 2^113 values.
 */
public record Secret(String text) {
    private static final int LENGTH = 24;

    /**
     * A new secret.
     *
     * @param random at least 23 uniform bytes
     */
    public static Secret of(byte[] random) {
        return new Secret(HandCode.of(random, LENGTH));
    }

    /** What somebody typed, or empty where the check character says that it is mistyped. */
    public static Optional<Secret> read(String typed) {
        return HandCode.read(typed, LENGTH).map(Secret::new);
    }

    /** What may be stored of it: base64url of its SHA-256. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the same time wherever the two differ. */
    public boolean hasHash(String hash) {
        return MessageDigest.isEqual(hash().getBytes(US_ASCII), hash.getBytes(US_ASCII));
    }

    /** Never the secret, so that no log line can hold it. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
