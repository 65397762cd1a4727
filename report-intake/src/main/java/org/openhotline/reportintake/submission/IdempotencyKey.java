// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Chosen at random by the sender for one report, so that sending it again is the same report
 * (draft-ietf-httpapi-idempotency-key-header). It is never stored; what follows from it is in {@link Receipts}.
 */
public record IdempotencyKey(String text) {
    public static final int SHORTEST = 16;
    public static final int LONGEST = 128;

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._~:+/=-]{" + SHORTEST + "," + LONGEST + "}");
    private static final int BYTES = 16;

    /**
     * The draft writes a key in quotes (a structured-field string); the same without them is the same key.
     *
     * @return empty where it is not {@value #SHORTEST} to {@value #LONGEST} letters, digits and {@code ._~:+/=-}
     */
    public static Optional<IdempotencyKey> read(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String key = quoted ? text.substring(1, text.length() - 1) : text;
        return ALLOWED.matcher(key).matches() ? Optional.of(new IdempotencyKey(key)) : Optional.empty();
    }

    /** A new key for a form. */
    public static IdempotencyKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new IdempotencyKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * A key that follows from these parts. None that can be sent reads like it, so nobody can meet the report of another
     * sender by choosing a key.
     */
    public static IdempotencyKey following(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append(part.length()).append(':').append(part);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return new IdempotencyKey(
                    "|" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never the key: whoever has it can ask for the receipt. */
    @Override
    public String toString() {
        return "IdempotencyKey[…]";
    }
}
