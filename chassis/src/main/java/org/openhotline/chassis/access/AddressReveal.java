// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.access;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.AccessEvent.AddressRevealed;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.staff.Actor;

/** Opens an item's address for a person. */
public final class AddressReveal {
    /** One look at one address; nothing about it changes afterwards. */
    record Access(UUID itemId) {}

    private final Aggregates<Access> accesses;
    private final Opening opening;
    private final Ids ids;
    private final InstantSource clock;
    private final String service;

    AddressReveal(Aggregates<Access> accesses, Opening opening, Ids ids, InstantSource clock, String service) {
        this.accesses = accesses;
        this.opening = opening;
        this.ids = ids;
        this.clock = clock;
        this.service = service;
    }

    static Optional<Access> restored(Optional<Access> present, Event event) {
        return event instanceof AddressRevealed revealed ? Optional.of(new Access(revealed.itemId())) : present;
    }

    /**
     * Stores that {@code actor} looks, then opens the address. Where the fact cannot be stored, nothing is shown.
     *
     * @param purpose a code such as {@code assessment}
     */
    public String reveal(UUID itemId, Sealed address, Actor actor, String purpose) {
        UUID accessId = ids.next();
        accesses.change(
                accessId,
                ignored -> Decision.of(
                        new Access(itemId),
                        new AddressRevealed(accessId, itemId, actor.id(), service, purpose, clock.instant())));
        return opening.open(SealedField.address(itemId), address);
    }
}
