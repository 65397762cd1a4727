// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.aggregate.Aggregates;

/** All referrals. */
public interface Referrals extends Aggregates<Referral> {

    /** Those that wait, the oldest first. */
    List<Referral> onDesk(int limit);

    /** The last ones that were taken over, the latest first. */
    List<Referral> lastAcknowledged(int limit);

    long count(ReferralState state);

    /** Those the desk should be told of by {@code now}. */
    List<Referral> toAnnounce(Instant now, int limit);

    Optional<Referral> about(UUID itemId);

    /** @throws NotFound where there is none */
    default Referral get(UUID referralId) {
        return find(referralId).orElseThrow(Referrals::none);
    }

    static NotFound none() {
        return new NotFound("There is no such referral.");
    }
}
