// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.access;

import java.util.UUID;
import org.openhotline.contracts.access.Accesses;
import org.openhotline.contracts.event.AccessEvent.AddressRevealed;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.staff.Actor;

/** Opens an item's address for a person. */
public final class AddressReveal {
    private final Accesses accesses;
    private final Opening opening;

    AddressReveal(Accesses accesses, Opening opening) {
        this.accesses = accesses;
        this.opening = opening;
    }

    /**
     * Stores that {@code actor} looks, then opens the address. Where the fact cannot be stored, nothing is shown.
     *
     * @param purpose a code such as {@code assessment}
     */
    public String reveal(UUID itemId, Sealed address, Actor actor, String purpose) {
        record(itemId, actor, purpose);
        return opening.open(SealedField.address(itemId), address);
    }

    /** Stores that {@code actor} is told the address by other means, such as a letter that the software writes. */
    public void record(UUID itemId, Actor actor, String purpose) {
        accesses.store((id, service, now) -> new AddressRevealed(id, itemId, actor.id(), service, purpose, now));
    }
}
