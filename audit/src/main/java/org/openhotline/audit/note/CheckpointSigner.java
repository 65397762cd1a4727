// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.util.List;

/** Signs the checkpoints of one log, with one key or with two. */
public interface CheckpointSigner {
    /** The Ed25519 key under whose name the log goes and by which everybody knows it. */
    VerifierKey verifier();

    /** All keys that sign, the one above first. */
    default List<VerifierKey> verifiers() {
        return List.of(verifier());
    }

    SignedNote sign(Checkpoint checkpoint);
}
