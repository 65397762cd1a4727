// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.merkle;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 hash of a leaf or a node: 32 bytes. */
public final class Hash {
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash of these bytes.
     *
     * @throws IllegalArgumentException unless 32 bytes long
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The {@code index}-th hash in a sequence of hashes. */
    public static Hash at(byte[] hashes, int index) {
        return of(Arrays.copyOfRange(hashes, index * LENGTH, (index + 1) * LENGTH));
    }

    /**
     * Reads standard base64 (RFC 4648, section 4), in its one correct spelling only.
     *
     * @throws IllegalArgumentException unless that of 32 bytes
     */
    public static Hash ofBase64(String text) {
        Hash hash = of(Base64.getDecoder().decode(text));
        if (!hash.base64().equals(text)) {
            throw new IllegalArgumentException("not the one base64 form of a hash");
        }
        return hash;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void appendTo(ByteBuffer buffer) {
        buffer.put(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
