// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * Work that a machine does for a ticket and nobody else can have done for it: a number such that SHA-256 of
 * {@code <ticket>:<number>} begins with many zero bits (hashcash). Checking takes one hash.
 */
final class ProofOfWork {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

    private ProofOfWork() {}

    /** How many bits of work {@code number} proves for {@code ticket}; 0 where it is no number. */
    static int bits(String ticket, String number) {
        return NUMBER.matcher(number).matches() ? leadingZeros(sha256(ticket + ":" + number)) : 0;
    }

    private static int leadingZeros(byte[] digest) {
        int zeros = 0;
        for (byte b : digest) {
            if (b != 0) {
                return zeros + Integer.numberOfLeadingZeros(b & 0xFF) - 24;
            }
            zeros += 8;
        }
        return zeros;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
