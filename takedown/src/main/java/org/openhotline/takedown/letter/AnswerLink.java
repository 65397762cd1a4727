// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.letter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The secret in a host's one-time link: 160 random bits, in hexadecimal so that no mail program cuts a sign off its end.
 * Only its SHA-256 is stored; a random value of this length needs no salt.
 */
public record AnswerLink(String token) {
    private static final int BYTES = 20;

    /** @param random must be a {@link java.security.SecureRandom} outside tests */
    public static AnswerLink fresh(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new AnswerLink(HexFormat.of().formatHex(bytes));
    }

    public String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "AnswerLink";
    }
}
