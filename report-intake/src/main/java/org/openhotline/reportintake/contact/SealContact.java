// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact;

import java.time.Instant;
import java.util.UUID;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;

/** Seals a contact with the contact keyset. Nothing opens one yet: nobody writes to reporters so far. */
public final class SealContact {
    private final Sealing contactKeys;

    /** @param contactKeys of the contact keyset, never of the case keyset */
    public SealContact(Sealing contactKeys) {
        this.contactKeys = contactKeys;
    }

    public KeptContact seal(UUID submissionId, String contact, Instant now) {
        return new KeptContact(contactKeys.seal(SealedField.contact(submissionId), contact), now);
    }
}
