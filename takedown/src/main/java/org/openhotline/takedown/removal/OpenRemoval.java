// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTriaged;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.item.TriageRoute;

/** An item was confirmed as illegal: its removal begins. A second confirmation of the same item changes nothing. */
public final class OpenRemoval {
    private final Removals removals;
    private final CountryProfile country;
    private final Ids ids;
    private final InstantSource clock;

    public OpenRemoval(Removals removals, CountryProfile country, Ids ids, InstantSource clock) {
        this.removals = removals;
        this.country = country;
        this.ids = ids;
        this.clock = clock;
    }

    /** An item that is no page goes to the police desk only. Nothing happens where the analyst decided otherwise. */
    public Applied refer(ItemTriaged event, Received<?> received) {
        if (event.route() != TriageRoute.POLICE) {
            return Applied.DUPLICATE;
        }
        UUID referralId = ids.next();
        return removals.apply(
                event.itemId(),
                received,
                present -> present.map(Decision::of)
                        .orElseGet(() -> Removal.leaveWithPolice(event, received.id(), referralId, clock.instant())));
    }

    public Applied open(AssessmentConfirmed event, Received<?> received) {
        UUID referralId = ids.next();
        UUID noticeId = ids.next();
        return removals.apply(
                event.itemId(),
                received,
                present -> present.map(Decision::of)
                        .orElseGet(() -> Removal.open(
                                event, received.id(), country.police(), referralId, noticeId, clock.instant())));
    }
}
