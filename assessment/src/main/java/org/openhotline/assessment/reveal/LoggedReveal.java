// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.reveal;

import java.util.UUID;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.staff.Actor;

/** Opens an address after the fact that somebody looks has been stored. */
@FunctionalInterface
public interface LoggedReveal {

    /** @param purpose a code such as {@code assessment} */
    String reveal(UUID itemId, Sealed address, Actor actor, String purpose);
}
