// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.util.UUID;
import org.openhotline.contracts.staff.Actor;

/** Stores that an item's address is about to be told to somebody. Where it cannot, it throws, and nobody may be told. */
@FunctionalInterface
public interface AddressTold {

    /** @param actor who is told, or makes that somebody is; @param purpose a code such as {@code notice} */
    void record(UUID itemId, Actor actor, String purpose);
}
