// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.time.InstantSource;
import java.util.List;

/**
 * An ML-DSA-44 cosignature beside the Ed25519 signature: who could forge the one some day still has to forge the other.
 * C2SP tlog-cosignature asks for the first, tlog-tiles for the second.
 */
public record TwoKeys(SignerKey first, CosignerKey second, InstantSource clock) implements CheckpointSigner {
    @Override
    public VerifierKey verifier() {
        return first.verifier();
    }

    @Override
    public List<VerifierKey> verifiers() {
        return List.of(first.verifier(), second.verifier());
    }

    @Override
    public SignedNote sign(Checkpoint checkpoint) {
        return first.sign(checkpoint).with(List.of(second.cosign(checkpoint, clock.instant())));
    }
}
