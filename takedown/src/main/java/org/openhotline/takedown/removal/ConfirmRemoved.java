// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.staff.Actor;

/** A takedown officer saw that the item is gone. */
public final class ConfirmRemoved {
    private final Removals removals;
    private final InstantSource clock;

    public ConfirmRemoved(Removals removals, InstantSource clock) {
        this.removals = removals;
        this.clock = clock;
    }

    public Removal confirm(UUID itemId, Actor actor) {
        return removals.change(
                itemId, present -> present.orElseThrow(Removals::none).confirmRemoved(actor, clock.instant()));
    }
}
