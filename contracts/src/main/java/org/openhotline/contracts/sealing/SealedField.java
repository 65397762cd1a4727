// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.sealing;

import java.util.UUID;

/**
 * Where a sealed text belongs. It is authenticated with the ciphertext (AEAD associated data), so that a ciphertext
 * moved to another aggregate or field does not open.
 */
public record SealedField(String of, UUID id, String name) {

    public static SealedField address(UUID itemId) {
        return new SealedField("item", itemId, "address");
    }

    public static SealedField note(UUID itemId, UUID submissionId) {
        return new SealedField("item", itemId, "note." + submissionId);
    }

    public static SealedField referrer(UUID itemId, UUID submissionId) {
        return new SealedField("item", itemId, "referrer." + submissionId);
    }

    public static SealedField trace(UUID itemId) {
        return new SealedField("item", itemId, "trace");
    }

    public static SealedField contact(UUID submissionId) {
        return new SealedField("submission", submissionId, "contact");
    }

    /** The associated data as text: unambiguous because none of the parts holds a slash. */
    public String associatedData() {
        return of + "/" + id + "/" + name;
    }
}
