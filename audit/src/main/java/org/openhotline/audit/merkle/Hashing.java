// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.merkle;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How RFC 6962, section 2.1, hashes: leaves and nodes under different prefixes, so that neither can pose as the other. */
public final class Hashing {
    /** The root of a tree without leaves: SHA-256 of nothing. */
    public static final Hash EMPTY_ROOT = Hash.of(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Hashing() {}

    public static Hash leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return Hash.of(digest.digest(entry));
    }

    public static Hash node(Hash left, Hash right) {
        ByteBuffer buffer = ByteBuffer.allocate(1 + 2 * Hash.LENGTH).put(NODE);
        left.appendTo(buffer);
        right.appendTo(buffer);
        return Hash.of(sha256().digest(buffer.array()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
