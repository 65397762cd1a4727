// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.hold;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.takedown.removal.HoldReason;
import org.openhotline.takedown.removal.Removal;
import org.openhotline.takedown.removal.Removals;

/** The police desk asks that no notice goes out for a time; also to make a hold longer or shorter. */
public final class PlaceHold {
    private final Removals removals;
    private final CountryProfile country;
    private final InstantSource clock;

    public PlaceHold(Removals removals, CountryProfile country, InstantSource clock) {
        this.removals = removals;
        this.country = country;
        this.clock = clock;
    }

    public Removal place(UUID itemId, Duration wait, HoldReason reason, Actor actor) {
        return removals.change(
                itemId,
                present -> present.orElseThrow(Removals::none)
                        .placeHold(actor, wait, reason, country.police(), clock.instant()));
    }
}
