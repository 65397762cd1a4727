// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.sealing;

/** Opens what was sealed for exactly this field; anything else throws {@link CannotOpen}. */
public interface Opening {
    String open(SealedField field, Sealed sealed);

    /** The text was sealed for another field, with an unknown key, or was altered. */
    final class CannotOpen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public CannotOpen(SealedField field) {
            super("Cannot open " + field.associatedData());
        }
    }
}
