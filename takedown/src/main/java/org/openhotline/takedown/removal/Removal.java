// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.country.CountryProfile.PoliceRules;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTriaged;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.NoticeEvent.NoticeAcknowledged;
import org.openhotline.contracts.event.NoticeEvent.NoticeBounced;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;
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
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.staff.Actor;

/**
 * The takedown of one item.
 *
 * @param hold the present or last hold
 * @param contact a contact that a takedown officer entered, sealed for {@link #contactField}
 * @param noticeId the last notice decided
 * @param answer what the host said through its last link
 * @param since when the present state began
 * @param goneSince when it was last known to have gone, as long as it is
 * @param hostsWord when the host said that it is gone, as long as nobody else has found out
 * @param episode how often it has been online, the first time included
 */
public record Removal(
        UUID itemId,
        RemovalState state,
        Confirmed confirmed,
        Optional<UUID> referralId,
        Optional<Hold> hold,
        Optional<Sealed> contact,
        Optional<UUID> noticeId,
        Optional<HostAnswer> answer,
        Instant since,
        Optional<Instant> goneSince,
        Optional<Instant> hostsWord,
        int episode) {

    public static SealedField contactField(UUID itemId) {
        return new SealedField("item", itemId, "contact");
    }

    /**
     * The removal of an item just confirmed, on hold or with its notice decided as the country's police gate says.
     *
     * @param logEntry id of {@code event}
     * @param referralId used if the gate refers; @param noticeId used if a notice is decided at once
     */
    static Decision<Removal> open(
            AssessmentConfirmed event, UUID logEntry, PoliceRules police, UUID referralId, UUID noticeId, Instant now) {
        Optional<UUID> referral = police.gate().refers() ? Optional.of(referralId) : Optional.empty();
        Removal opened = new Removal(
                event.itemId(),
                RemovalLifecycle.TABLE.initial(),
                Confirmed.by(event, logEntry),
                referral,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty(),
                1);
        Event fact = new TakedownOpened(
                event.itemId(), event.assessmentId(), event.trace().country(), referral, now);
        if (!police.gate().holds()) {
            return opened.chooseTheWayOn(noticeId, now, fact);
        }
        boolean silenceReleases = police.gate() == PoliceGate.HOLD_THEN_AUTO_RELEASE;
        Hold hold = Hold.byRule(now, police.holdFor(), silenceReleases);
        return Decision.of(
                opened.after(RemovalStep.PLACE_HOLD, Actor.SYSTEM, now).with(hold),
                fact,
                new HoldPlaced(
                        event.itemId(),
                        Optional.empty(),
                        hold.until(),
                        hold.reason().wireName(),
                        now));
    }

    /** @throws InvalidInput where {@code wait} would end after the longest hold, counted from the first placing */
    public Decision<Removal> placeHold(Actor actor, Duration wait, HoldReason reason, PoliceRules police, Instant now) {
        Removal held = after(RemovalStep.PLACE_HOLD, actor, now);
        Instant first = hold.map(Hold::since).orElse(now);
        Instant until = now.plus(wait);
        if (!wait.isPositive() || until.isAfter(first.plus(police.longestHold()))) {
            long hours = police.longestHold().toHours();
            throw new InvalidInput(
                    "wait",
                    "That is too long: at most %d hours in all, counted from the first hold.".formatted(hours),
                    "up to " + hours + " hours in all");
        }
        boolean silenceReleases = hold.map(Hold::silenceReleases).orElse(police.gate() != PoliceGate.EXPLICIT_APPROVAL);
        Hold placed = new Hold(first, until, reason, Optional.of(actor.id()), silenceReleases, Optional.empty());
        return Decision.of(held.with(placed), new HoldPlaced(itemId, placed.by(), until, reason.wireName(), now));
    }

    /** @param noticeId used if a contact is known */
    public Decision<Removal> releaseHold(Actor actor, ReleaseReason reason, UUID noticeId, Instant now) {
        return after(RemovalStep.RELEASE_HOLD, actor, now)
                .ending(new Hold.Ended(now, Optional.of(reason), Optional.of(actor.id())))
                .chooseTheWayOn(noticeId, now, new HoldReleased(itemId, actor.id(), now));
    }

    /** Ends a hold whose time is over; nothing happens where it is not, or where silence does not release. */
    public Decision<Removal> expireHold(UUID noticeId, Instant now) {
        if (state != RemovalState.ON_HOLD || !hold.map(h -> h.isOver(now)).orElse(false)) {
            return Decision.of(this);
        }
        return after(RemovalStep.EXPIRE_HOLD, Actor.SYSTEM, now)
                .ending(new Hold.Ended(now, Optional.empty(), Optional.empty()))
                .chooseTheWayOn(noticeId, now, new HoldExpired(itemId, now));
    }

    /** A takedown officer found somebody to write to; the notice goes out to this contact. */
    public Decision<Removal> enterContact(Actor actor, Sealed found, UUID noticeId, Instant now) {
        Removal decided = after(RemovalStep.ENTER_CONTACT, actor, now);
        return Decision.of(decided.to(noticeId, Optional.of(found)), new NoticeDecided(itemId, noticeId, now));
    }

    /** @param actor the takedown officer, or {@link Actor#HOST} */
    public Decision<Removal> confirmRemoved(Actor actor, Instant now) {
        boolean byHost = actor.equals(Actor.HOST);
        Removal gone = after(RemovalStep.CONFIRM_REMOVED, actor, now)
                .gone(Optional.of(now), byHost ? Optional.of(now) : Optional.empty(), episode);
        Optional<String> officer = byHost ? Optional.empty() : Optional.of(actor.id());
        return Decision.of(gone, new ItemRemoved(itemId, byHost ? "host" : "officer", officer, now));
    }

    /**
     * An item that is no page, referred to the police as intelligence: nobody hosts it, so nobody is notified.
     *
     * @param logEntry id of {@code event}
     * @param referralId of the package for the police desk, which an analyst wanted, whatever the country's gate is
     */
    static Decision<Removal> leaveWithPolice(ItemTriaged event, UUID logEntry, UUID referralId, Instant now) {
        Removal referred = new Removal(
                        event.itemId(),
                        RemovalLifecycle.TABLE.initial(),
                        Confirmed.by(event, logEntry),
                        Optional.of(referralId),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        1)
                .after(RemovalStep.LEAVE_WITH_POLICE, Actor.SYSTEM, now);
        return Decision.of(
                referred,
                new TakedownOpened(event.itemId(), event.triageId(), Optional.empty(), Optional.of(referralId), now));
    }

    /** Reported again: what was removed is checked, anything else goes on as it was. */
    Decision<Removal> reportedAgain(ItemReportedAgain event, Instant now) {
        return state == RemovalState.REMOVED
                ? Decision.of(
                        after(RemovalStep.REQUEST_CHECK, Actor.SYSTEM, now).foundOut(),
                        new CheckRequested(itemId, Optional.of(event.submissionId()), now))
                : Decision.of(this);
    }

    /** Only the host has said that it is gone: that is checked once, {@code patience} later; nothing happens before. */
    Decision<Removal> checkHostsWord(Duration patience, Instant now) {
        boolean due =
                hostsWord.filter(said -> !said.plus(patience).isAfter(now)).isPresent();
        return state == RemovalState.REMOVED && due
                ? Decision.of(
                        after(RemovalStep.REQUEST_CHECK, Actor.SYSTEM, now),
                        new CheckRequested(itemId, Optional.empty(), now))
                : Decision.of(this);
    }

    /** A takedown officer found that it is still gone. */
    public Decision<Removal> stillGone(Actor actor, Instant now) {
        Removal checked = after(RemovalStep.FIND_GONE, actor, now).foundOut();
        return Decision.of(checked, new ItemChecked(itemId, actor.id(), now));
    }

    /**
     * A takedown officer found that it is online again: a new episode of the same item, with a notice as before. The police
     * desk has it already and can still place a hold where no contact is known.
     *
     * @param noticeId used if a contact is known
     */
    public Decision<Removal> onlineAgain(Actor actor, UUID noticeId, Instant now) {
        Removal back = after(RemovalStep.FIND_ONLINE, actor, now).gone(Optional.empty(), Optional.empty(), episode + 1);
        return back.chooseTheWayOn(noticeId, now, new ItemReappeared(itemId, actor.id(), back.episode, now));
    }

    /** The host's word no longer stands alone, or no longer matters. */
    Removal foundOut() {
        return gone(goneSince, Optional.empty(), episode);
    }

    Removal gone(Optional<Instant> at, Optional<Instant> byTheHostsWord, int whichEpisode) {
        return new Removal(
                itemId,
                state,
                confirmed,
                referralId,
                hold,
                contact,
                noticeId,
                answer,
                since,
                at,
                byTheHostsWord,
                whichEpisode);
    }

    Decision<Removal> noticeSent(NoticeSent event, Instant now) {
        return isAbout(event.noticeId(), RemovalStep.NOTICE_SENT)
                ? Decision.of(after(RemovalStep.NOTICE_SENT, Actor.SYSTEM, now))
                : Decision.of(this);
    }

    Decision<Removal> noticeBounced(NoticeBounced event, Instant now) {
        return isAbout(event.noticeId(), RemovalStep.NOTICE_BOUNCED)
                ? Decision.of(after(RemovalStep.NOTICE_BOUNCED, Actor.SYSTEM, now))
                : Decision.of(this);
    }

    /** Gone is gone, whichever notice told it; any other answer counts only for the last notice. */
    Decision<Removal> hostAnswered(NoticeAcknowledged event, Instant now) {
        if (event.answer() == HostAnswer.REMOVED || event.answer() == HostAnswer.ALREADY_GONE) {
            return RemovalLifecycle.TABLE.allows(state, RemovalStep.CONFIRM_REMOVED)
                    ? with(event.answer()).confirmRemoved(Actor.HOST, now)
                    : Decision.of(this);
        }
        return isAbout(event.noticeId(), RemovalStep.HOST_ANSWERED)
                ? Decision.of(after(RemovalStep.HOST_ANSWERED, Actor.HOST, now).with(event.answer()))
                : Decision.of(this);
    }

    public boolean contactKnown() {
        return contact.isPresent() || confirmed.trace().contactKnown();
    }

    private Decision<Removal> chooseTheWayOn(UUID newNoticeId, Instant now, Event fact) {
        if (contactKnown()) {
            Removal decided =
                    after(RemovalStep.DECIDE_NOTICE, Actor.SYSTEM, now).to(newNoticeId, contact);
            return Decision.of(decided, fact, new NoticeDecided(itemId, newNoticeId, now));
        }
        return Decision.of(after(RemovalStep.MISS_CONTACT, Actor.SYSTEM, now), fact, new ContactMissing(itemId, now));
    }

    private boolean isAbout(UUID notice, RemovalStep step) {
        return noticeId.filter(notice::equals).isPresent() && RemovalLifecycle.TABLE.allows(state, step);
    }

    private Removal after(RemovalStep step, Actor actor, Instant now) {
        return in(RemovalLifecycle.TABLE.next(state, step, actor), now);
    }

    Removal in(RemovalState next, Instant now) {
        return new Removal(
                itemId,
                next,
                confirmed,
                referralId,
                hold,
                contact,
                noticeId,
                answer,
                now,
                goneSince,
                hostsWord,
                episode);
    }

    Removal with(Hold newHold) {
        return new Removal(
                itemId,
                state,
                confirmed,
                referralId,
                Optional.of(newHold),
                contact,
                noticeId,
                answer,
                since,
                goneSince,
                hostsWord,
                episode);
    }

    Removal ending(Hold.Ended how) {
        return with(hold.orElseThrow(() -> new Conflict("There is no hold.")).end(how));
    }

    private Removal with(HostAnswer newAnswer) {
        return new Removal(
                itemId,
                state,
                confirmed,
                referralId,
                hold,
                contact,
                noticeId,
                Optional.of(newAnswer),
                since,
                goneSince,
                hostsWord,
                episode);
    }

    Removal to(UUID newNoticeId, Optional<Sealed> newContact) {
        return new Removal(
                itemId,
                state,
                confirmed,
                referralId,
                hold,
                newContact,
                Optional.of(newNoticeId),
                answer,
                since,
                goneSince,
                hostsWord,
                episode);
    }
}
