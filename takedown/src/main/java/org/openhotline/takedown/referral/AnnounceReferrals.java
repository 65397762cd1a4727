// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

import java.time.Duration;
import java.time.InstantSource;
import org.openhotline.contracts.aggregate.Decision;

/**
 * Tells the police desk by mail about each referral, at least once: after a crash in the middle the desk may be told
 * twice, which costs it nothing.
 */
public final class AnnounceReferrals {
    private static final int AT_ONCE = 50;

    private final Referrals referrals;
    private final PoliceDesk desk;
    private final Duration retryAfter;
    private final InstantSource clock;

    public AnnounceReferrals(Referrals referrals, PoliceDesk desk, Duration retryAfter, InstantSource clock) {
        this.referrals = referrals;
        this.desk = desk;
        this.retryAfter = retryAfter;
        this.clock = clock;
    }

    public void sweep() {
        for (Referral waiting : referrals.toAnnounce(clock.instant(), AT_ONCE)) {
            boolean told = desk.tell(waiting.number());
            referrals.change(waiting.referralId(), present -> {
                Referral referral = present.orElseThrow(Referrals::none);
                if (referral.state() != ReferralState.ON_DESK) {
                    return Decision.of(referral);
                }
                return told
                        ? referral.announced()
                        : referral.announceLater(clock.instant().plus(retryAfter));
            });
        }
    }
}
