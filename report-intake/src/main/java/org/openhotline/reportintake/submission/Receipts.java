// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.reference.Receipt;
import org.openhotline.reportintake.reference.Reference;
import org.openhotline.reportintake.reference.Secret;

/**
 * Submission id, reference and secret follow from the sender's key: root = HMAC(index keyset, key), each value =
 * SHA-256(label, root). So a repeated request finds its submission and its pair again although neither the key nor the
 * secret is stored, and two requests at once meet in the same document. Whoever lacks the index keyset or the sender's
 * key can compute nothing. Decision 0060.
 */
public final class Receipts {

    /** What belongs to one key. */
    record Issue(UUID submissionId, Receipt receipt) {}

    private final BlindIndex index;

    public Receipts(BlindIndex index) {
        this.index = index;
    }

    /** What a new submission under {@code key} gets. */
    Issue issue(IdempotencyKey key) {
        return fromRoot(index.of(labelled(key)));
    }

    /** What submissions under {@code key} got before the index was rotated, one for each older key that lives. */
    List<Issue> earlier(IdempotencyKey key) {
        String present = index.of(labelled(key));
        return index.candidates(labelled(key)).stream()
                .filter(root -> !root.equals(present))
                .map(Receipts::fromRoot)
                .toList();
    }

    /** Addresses have a scheme, so none can ever read like this. */
    private static String labelled(IdempotencyKey key) {
        return "submission key\n" + key.text();
    }

    private static Issue fromRoot(String root) {
        return new Issue(
                id(digest("submission id", root)),
                new Receipt(Reference.of(digest("reference", root)), Secret.of(digest("secret", root))));
    }

    /** UUID of version 8 (RFC 9562 section 5.8): ours to fill, all but the version and variant bits from the digest. */
    private static UUID id(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        long low = (bytes.getLong() >>> 2) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static byte[] digest(String label, String root) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((label + "\n" + root).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
