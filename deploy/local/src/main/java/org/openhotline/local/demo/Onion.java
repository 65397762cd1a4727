// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/** Made-up onion addresses of the right form (Tor's rend-spec-v3, section 6): no service has the key to them. */
final class Onion {
    private static final int KEY_BYTES = 32;
    private static final byte VERSION = 3;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Onion() {}

    static String address(Random random) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var checksum = checksum(key);
        var bytes = new byte[KEY_BYTES + 3];
        System.arraycopy(key, 0, bytes, 0, KEY_BYTES);
        bytes[KEY_BYTES] = checksum[0];
        bytes[KEY_BYTES + 1] = checksum[1];
        bytes[KEY_BYTES + 2] = VERSION;
        return base32(bytes) + ".onion";
    }

    private static byte[] checksum(byte[] key) {
        try {
            var hash = MessageDigest.getInstance("SHA3-256");
            hash.update(".onion checksum".getBytes(StandardCharsets.US_ASCII));
            hash.update(key);
            hash.update(VERSION);
            return hash.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA3-256", e);
        }
    }

    /** RFC 4648, section 6, in small letters; 35 bytes need no padding. */
    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(buffer >> bits & 31));
            }
        }
        return text.toString();
    }
}
