// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.ReferralEvent.ReferralAcknowledged;
import org.openhotline.contracts.event.ReferralEvent.ReferralSent;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.takedown.removal.Confirmed;

/**
 * One item handed to the police desk.
 *
 * @param sentAt when it lay on the desk
 * @param announceAt when the desk is to be told by mail; absent once it was
 * @param acknowledgedBy the liaison officer
 */
public record Referral(
        UUID referralId,
        UUID itemId,
        ReferralState state,
        Confirmed confirmed,
        Instant sentAt,
        Optional<Instant> announceAt,
        Optional<String> acknowledgedBy,
        Optional<Instant> acknowledgedAt) {

    static Decision<Referral> send(UUID referralId, UUID itemId, Confirmed confirmed, Instant now) {
        Referral onDesk = new Referral(
                referralId,
                itemId,
                ReferralLifecycle.TABLE.initial(),
                confirmed,
                now,
                Optional.of(now),
                Optional.empty(),
                Optional.empty());
        return Decision.of(onDesk, new ReferralSent(referralId, itemId, now));
    }

    /** For people: the last digits of the id, which are random. */
    public String number() {
        String id = referralId.toString();
        return "R-" + id.substring(id.length() - 6).toUpperCase(Locale.ROOT);
    }

    Decision<Referral> announced() {
        ReferralState next = ReferralLifecycle.TABLE.next(state, ReferralStep.ANNOUNCE, Actor.SYSTEM);
        return Decision.of(new Referral(
                referralId, itemId, next, confirmed, sentAt, Optional.empty(), acknowledgedBy, acknowledgedAt));
    }

    Decision<Referral> announceLater(Instant at) {
        return Decision.of(new Referral(
                referralId, itemId, state, confirmed, sentAt, Optional.of(at), acknowledgedBy, acknowledgedAt));
    }

    public Decision<Referral> acknowledge(Actor actor, Instant now) {
        ReferralState next = ReferralLifecycle.TABLE.next(state, ReferralStep.ACKNOWLEDGE, actor);
        Referral taken = new Referral(
                referralId,
                itemId,
                next,
                confirmed,
                sentAt,
                Optional.empty(),
                Optional.of(actor.id()),
                Optional.of(now));
        return Decision.of(taken, new ReferralAcknowledged(referralId, itemId, actor.id(), now));
    }
}
