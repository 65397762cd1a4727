// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

import java.util.Optional;
import org.openhotline.contracts.aggregate.Restoring;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.ReferralEvent;
import org.openhotline.contracts.event.ReferralEvent.ReferralAcknowledged;
import org.openhotline.contracts.event.ReferralEvent.ReferralSent;

/**
 * A referral made again from what was told of it. It comes from the takedown, which is replayed, too. Not told is whether the
 * desk has had its mail: it gets none for what was sent before, and sees it on its page.
 */
public final class RestoreReferral implements Restoring<Referral> {
    @Override
    public Optional<Referral> after(Optional<Referral> present, Event event) {
        Referral referral = Restoring.opened(present);
        return Optional.of(
                switch ((ReferralEvent) event) {
                    case ReferralSent e ->
                        new Referral(
                                e.referralId(),
                                e.itemId(),
                                ReferralState.ON_DESK,
                                referral.confirmed(),
                                e.at(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty());
                    case ReferralAcknowledged e ->
                        new Referral(
                                e.referralId(),
                                e.itemId(),
                                ReferralState.ACKNOWLEDGED,
                                referral.confirmed(),
                                referral.sentAt(),
                                Optional.empty(),
                                Optional.of(e.actor()),
                                Optional.of(e.at()));
                });
    }
}
