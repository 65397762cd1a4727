// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.chassis.access.AddressReveal;
import org.openhotline.chassis.web.Defanged;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.item.HostDetails;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.takedown.hosting.LocateAgain;
import org.openhotline.takedown.letter.Law;
import org.openhotline.takedown.referral.Referral;
import org.openhotline.takedown.referral.ReferralPackage;
import org.openhotline.takedown.referral.Referrals;
import org.openhotline.takedown.referral.web.ReferralView.OpenPackage;
import org.openhotline.takedown.removal.Removals;
import org.springframework.stereotype.Component;

/** Gathers what the liaison officer sees; what identifies the item only after a logged reveal. */
@Component
final class PolicePage {
    static final String PURPOSE = "police-referral";

    private final Referrals referrals;
    private final Removals removals;
    private final AddressReveal reveal;
    private final LocateAgain hosting;
    private final Law law;
    private final CountryProfile country;
    private final InstantSource clock;

    PolicePage(
            Referrals referrals,
            Removals removals,
            AddressReveal reveal,
            LocateAgain hosting,
            Law law,
            CountryProfile country,
            InstantSource clock) {
        this.referrals = referrals;
        this.removals = removals;
        this.reveal = reveal;
        this.hosting = hosting;
        this.law = law;
        this.country = country;
        this.clock = clock;
    }

    List<ReferralView> waiting(int limit) {
        return referrals.onDesk(limit).stream().map(this::closed).toList();
    }

    List<ReferralView> takenOver(int limit) {
        return referrals.lastAcknowledged(limit).stream().map(this::closed).toList();
    }

    ReferralView closed(UUID referralId) {
        return closed(referrals.get(referralId));
    }

    ReferralView open(UUID referralId, Actor actor) {
        Referral referral = referrals.get(referralId);
        String address = address(referral, actor);
        Optional<HostDetails> details = details(referral);
        OpenPackage open = OpenPackage.of(
                Defanged.text(address),
                details.map(HostDetails::host).map(Defanged::text).orElse("not known"),
                details,
                referral.confirmed().trace().at());
        return view(referral, Optional.of(open));
    }

    ReferralPackage wholePackage(UUID referralId, Actor actor) {
        Referral referral = referrals.get(referralId);
        String address = address(referral, actor);
        return ReferralPackage.of(
                referral,
                address,
                details(referral),
                referral.confirmed().isIntelligence()
                        ? List.of()
                        : law.broken(referral.confirmed().classification()),
                country);
    }

    /** Stored as a reveal before anything is opened. */
    private String address(Referral referral, Actor actor) {
        return reveal.reveal(referral.itemId(), referral.confirmed().address(), actor, PURPOSE);
    }

    private Optional<HostDetails> details(Referral referral) {
        return hosting.details(referral.itemId(), referral.confirmed().trace());
    }

    private ReferralView closed(Referral referral) {
        return view(referral, Optional.empty());
    }

    private ReferralView view(Referral referral, Optional<OpenPackage> open) {
        Instant now = clock.instant();
        return ReferralView.of(referral, removals.get(referral.itemId()), open, now);
    }
}
