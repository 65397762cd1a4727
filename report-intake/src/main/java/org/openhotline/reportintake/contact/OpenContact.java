// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact;

import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.reportintake.contact.StoredKeys.Purpose;

/** Opens a contact. Only an approved disclosure does; a rule of the architecture holds it to that. */
public final class OpenContact {
    private final SubmissionKeys keys;

    public OpenContact(SubmissionKeys keys) {
        this.keys = keys;
    }

    /** Empty where its key has been erased. */
    public Optional<String> open(UUID submissionId, KeptContact contact) {
        return keys.open(submissionId, Purpose.CONTACT, SealedField.contact(submissionId), contact.text());
    }
}
