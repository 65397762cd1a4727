// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.util.Optional;
import org.openhotline.audit.note.Checkpoint;

/**
 * Remembers outside the folder what is signed. So an older copy of the folder is found out before it is built on, and a
 * writer that has been replaced by another does not sign any more.
 */
public interface Fence {
    /** For a folder that only one process can know. */
    Fence NONE = new Fence() {
        @Override
        public Optional<Checkpoint> lastSigned() {
            return Optional.empty();
        }

        @Override
        public void aboutToSign(Checkpoint checkpoint) {}
    };

    /** The newest checkpoint that any writer signed, or was about to sign when it stopped. */
    Optional<Checkpoint> lastSigned();

    /**
     * Tells, after everything but the signature is on disk, what is signed next.
     *
     * @throws LeaseLost where another writer has taken over
     */
    void aboutToSign(Checkpoint checkpoint);
}
