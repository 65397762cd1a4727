// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.openhotline.audit.merkle.Hash;

/**
 * A signature that says when it was made (C2SP tlog-cosignature, {@code timestamped_signature}).
 *
 * @param time seconds since 1970
 */
record Cosignature(long time, byte[] signature) {
    private static final byte[] LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

    /** Empty unless there is a time that is not negative and a signature. */
    static Optional<Cosignature> parse(byte[] bytes) {
        if (bytes.length <= Long.BYTES || bytes[0] < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Cosignature(ByteBuffer.wrap(bytes).getLong(), Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(time)
                .put(signature)
                .array();
    }

    /**
     * The bytes that {@code cosigner} signs for a checkpoint.
     *
     * @throws IllegalArgumentException unless {@code text} is a checkpoint
     */
    static byte[] message(VerifierKey cosigner, long time, String text) {
        return switch (cosigner.type()) {
            case ED25519 -> throw new IllegalArgumentException("an Ed25519 note key does not cosign");
            case ED25519_COSIGNER -> ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
            case ML_DSA_COSIGNER -> treeMessage(cosigner.name(), time, Checkpoint.parse(text));
        };
    }

    private static byte[] treeMessage(String name, long time, Checkpoint checkpoint) {
        byte[] cosigner = name.getBytes(StandardCharsets.UTF_8);
        byte[] origin = checkpoint.origin().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(
                        LABEL.length + 1 + cosigner.length + 1 + origin.length + 3 * Long.BYTES + Hash.LENGTH)
                .put(LABEL)
                .put(length(cosigner))
                .put(cosigner)
                .putLong(time)
                .put(length(origin))
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root().bytes())
                .array();
    }

    private static byte length(byte[] name) {
        if (name.length > 0xFF) {
            throw new IllegalArgumentException("a cosignature holds names of at most 255 bytes");
        }
        return (byte) name.length;
    }
}
