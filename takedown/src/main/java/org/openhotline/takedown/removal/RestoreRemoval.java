// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.time.Instant;
import java.util.Optional;
import org.openhotline.contracts.aggregate.Restoring;
import org.openhotline.contracts.country.CountryProfile.PoliceRules;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.RemovalEvent;
import org.openhotline.contracts.event.RemovalEvent.CheckRequested;
import org.openhotline.contracts.event.RemovalEvent.ContactMissing;
import org.openhotline.contracts.event.RemovalEvent.HoldExpired;
import org.openhotline.contracts.event.RemovalEvent.HoldPlaced;
import org.openhotline.contracts.event.RemovalEvent.HoldReleased;
import org.openhotline.contracts.event.RemovalEvent.ItemChecked;
import org.openhotline.contracts.event.RemovalEvent.ItemReappeared;
import org.openhotline.contracts.event.RemovalEvent.ItemRemoved;
import org.openhotline.contracts.event.RemovalEvent.NoticeDecided;
import org.openhotline.contracts.event.RemovalEvent.TakedownOpened;

/**
 * A removal made again from what was told of it. What was confirmed, and what became of its notices, comes from the
 * assessment and the notices, which are replayed, too. Not told are a contact that an officer entered and why the police
 * desk let a notice go; whether silence ends a hold follows from the country's rule as it is now.
 */
public final class RestoreRemoval implements Restoring<Removal> {
    private final PoliceRules police;

    public RestoreRemoval(PoliceRules police) {
        this.police = police;
    }

    @Override
    public Optional<Removal> after(Optional<Removal> present, Event event) {
        return Optional.of(after(Restoring.opened(present), (RemovalEvent) event));
    }

    private Removal after(Removal removal, RemovalEvent event) {
        Instant at = event.at();
        return switch (event) {
            case TakedownOpened e -> opened(removal.confirmed(), e);
            case HoldPlaced e -> removal.in(RemovalState.ON_HOLD, at).with(placed(removal.hold(), e));
            case HoldReleased e ->
                removal.in(RemovalState.OPENED, at)
                        .ending(new Hold.Ended(at, Optional.empty(), Optional.of(e.actor())));
            case HoldExpired _ ->
                removal.in(RemovalState.OPENED, at).ending(new Hold.Ended(at, Optional.empty(), Optional.empty()));
            case NoticeDecided e -> removal.in(RemovalState.NOTICE_DECIDED, at).to(e.noticeId(), removal.contact());
            case ContactMissing _ -> removal.in(RemovalState.NO_CONTACT, at);
            case ItemRemoved e ->
                removal.in(RemovalState.REMOVED, at)
                        .gone(
                                Optional.of(at),
                                e.actor().isPresent() ? Optional.empty() : Optional.of(at),
                                removal.episode());
            case CheckRequested e -> {
                Removal checking = removal.in(RemovalState.CHECKING, at);
                yield e.submissionId().isPresent() ? checking.foundOut() : checking;
            }
            case ItemChecked _ -> removal.in(RemovalState.REMOVED, at).foundOut();
            case ItemReappeared e ->
                removal.in(RemovalState.OPENED, at).gone(Optional.empty(), Optional.empty(), e.episode());
        };
    }

    /** Whatever the country's present rule would make of the confirmation. */
    private static Removal opened(Confirmed confirmed, TakedownOpened event) {
        return new Removal(
                event.itemId(),
                confirmed.isIntelligence() ? RemovalState.WITH_POLICE : RemovalState.OPENED,
                confirmed,
                event.referralId(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                event.at(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    private Hold placed(Optional<Hold> before, HoldPlaced event) {
        boolean silenceReleases = event.actor().isEmpty()
                ? police.gate() == PoliceGate.HOLD_THEN_AUTO_RELEASE
                : before.map(Hold::silenceReleases).orElse(police.gate() != PoliceGate.EXPLICIT_APPROVAL);
        return new Hold(
                before.map(Hold::since).orElse(event.at()),
                event.until(),
                HoldReason.told(event.reason()),
                event.actor(),
                silenceReleases,
                Optional.empty());
    }
}
