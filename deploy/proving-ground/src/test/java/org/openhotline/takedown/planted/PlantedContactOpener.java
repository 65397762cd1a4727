// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.planted;

import java.util.UUID;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;

/** Planted: the rules of structure must catch it. */
final class PlantedContactOpener {
    String open(Opening opening, UUID submission, Sealed contact) {
        return opening.open(SealedField.contact(submission), contact);
    }
}
