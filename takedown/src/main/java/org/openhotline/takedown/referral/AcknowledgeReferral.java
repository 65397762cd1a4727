// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.staff.Actor;

/** A liaison officer takes a referral over. */
public final class AcknowledgeReferral {
    private final Referrals referrals;
    private final InstantSource clock;

    public AcknowledgeReferral(Referrals referrals, InstantSource clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    public Referral acknowledge(UUID referralId, Actor actor) {
        return referrals.change(
                referralId, present -> present.orElseThrow(Referrals::none).acknowledge(actor, clock.instant()));
    }
}
