// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.planted;

import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;

/** Planted: the rules of structure must catch it, also where it only points at the method. */
final class PlantedReaderOfSealed {
    String open(Opening opening, UUID item, Sealed address) {
        return opening.open(SealedField.address(item), address);
    }

    /** Another one. */
    static final class ByReference {
        interface Reading {
            String read(SealedField field, Sealed sealed);
        }

        Optional<Reading> reading(Opening opening) {
            return Optional.of(opening::open);
        }
    }
}
