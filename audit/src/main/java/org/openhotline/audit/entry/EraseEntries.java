// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.util.UUID;

/** Takes bodies away; leaves, proofs and the tree stay valid. */
public interface EraseEntries {

    /**
     * Destroys the body and the commitment key of this event's entry. When it returns, both are gone from the disk.
     *
     * @return false where the log has no such entry or its body had been erased before
     */
    boolean erase(UUID eventId);
}
