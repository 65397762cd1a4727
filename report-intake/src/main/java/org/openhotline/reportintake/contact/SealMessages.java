// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.reportintake.contact.StoredKeys.Purpose;

/** What a hotline and its reporter write to each other, under a key of the submission. */
public final class SealMessages {
    private final SubmissionKeys keys;

    public SealMessages(SubmissionKeys keys) {
        this.keys = keys;
    }

    public Sealed seal(UUID submissionId, UUID messageId, String text, Instant now) {
        return keys.seal(submissionId, Purpose.MESSAGES, field(submissionId, messageId), text, now);
    }

    /** Empty where the key has been erased. */
    public Optional<String> open(UUID submissionId, UUID messageId, Sealed text) {
        return keys.open(submissionId, Purpose.MESSAGES, field(submissionId, messageId), text);
    }

    /** All of them, for good. */
    public void erase(UUID submissionId) {
        keys.erase(submissionId, Purpose.MESSAGES);
    }

    private static SealedField field(UUID submissionId, UUID messageId) {
        return new SealedField("submission", submissionId, "message." + messageId);
    }
}
