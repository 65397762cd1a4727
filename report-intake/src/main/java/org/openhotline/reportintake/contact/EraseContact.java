// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact;

import java.util.UUID;
import org.openhotline.reportintake.contact.StoredKeys.Purpose;

/** Makes a contact unreadable for good, wherever a copy of it lies. */
public final class EraseContact {
    private final SubmissionKeys keys;

    public EraseContact(SubmissionKeys keys) {
        this.keys = keys;
    }

    public void erase(UUID submissionId) {
        keys.erase(submissionId, Purpose.CONTACT);
    }
}
