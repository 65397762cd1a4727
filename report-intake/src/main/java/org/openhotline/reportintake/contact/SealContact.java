// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact;

import java.time.Instant;
import java.util.UUID;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.reportintake.contact.StoredKeys.Purpose;

/** Seals a contact with the submission's own key. */
public final class SealContact {
    private final SubmissionKeys keys;

    public SealContact(SubmissionKeys keys) {
        this.keys = keys;
    }

    public KeptContact seal(UUID submissionId, String contact, Instant now) {
        return new KeptContact(
                keys.seal(submissionId, Purpose.CONTACT, SealedField.contact(submissionId), contact, now), now);
    }
}
