// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.sealing.Sealed;

/** The wrapped keys of submissions, apart from everything that is sealed with them. */
public interface StoredKeys {

    /** What the key is for: each can be erased without the other. */
    enum Purpose {
        CONTACT,
        MESSAGES
    }

    Optional<Sealed> find(UUID submissionId, Purpose purpose);

    /** Keeps {@code wrapped} unless there is a key already. Returns the one that is kept. */
    Sealed keep(UUID submissionId, Purpose purpose, Sealed wrapped, Instant now);

    /** For good: whatever was sealed with it can never be opened again, wherever a copy of it lies. */
    void erase(UUID submissionId, Purpose purpose);
}
