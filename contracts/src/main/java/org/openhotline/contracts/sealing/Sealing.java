// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.sealing;

/** Seals a text so that it can be stored and sent. */
public interface Sealing {
    Sealed seal(SealedField field, String text);
}
