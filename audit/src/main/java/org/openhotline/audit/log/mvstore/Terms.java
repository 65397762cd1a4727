// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.mvstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Keys of one length for what entries are filed under. */
final class Terms {
    private static final int ID_LENGTH = 16;

    private Terms() {}

    static byte[] subject(UUID id) {
        return ByteBuffer.allocate(1 + ID_LENGTH)
                .put((byte) 's')
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static byte[] type(String wireName) {
        return text('t', wireName);
    }

    static byte[] actor(String person) {
        return text('a', person);
    }

    static byte[] service(String name) {
        return text('e', name);
    }

    static byte[] id(UUID id) {
        return ByteBuffer.allocate(ID_LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** A text of any length by its hash. */
    private static byte[] text(char kind, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return ByteBuffer.allocate(1 + ID_LENGTH)
                    .put((byte) kind)
                    .put(hash, 0, ID_LENGTH)
                    .array();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
