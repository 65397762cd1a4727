// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.RemovalEvent.TakedownOpened;
import org.openhotline.takedown.removal.Confirmed;
import org.openhotline.takedown.removal.Removals;

/** A takedown was opened with a referral: the package is laid on the police desk. */
public final class ReferToPolice {
    private final Referrals referrals;
    private final Removals removals;
    private final InstantSource clock;

    public ReferToPolice(Referrals referrals, Removals removals, InstantSource clock) {
        this.referrals = referrals;
        this.removals = removals;
        this.clock = clock;
    }

    /** @param referralId the one in {@code event} */
    public Applied refer(TakedownOpened event, UUID referralId, Received<?> received) {
        Confirmed confirmed = removals.get(event.itemId()).confirmed();
        return referrals.apply(
                referralId,
                received,
                present -> present.map(Decision::of)
                        .orElseGet(() -> Referral.send(referralId, event.itemId(), confirmed, clock.instant())));
    }
}
