// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.AssessedItemEvent;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.AssessedItemEvent.ClaimReleased;
import org.openhotline.contracts.event.AssessedItemEvent.ItemAssessed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemClaimed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemFoundNotIllegal;
import org.openhotline.contracts.event.AssessedItemEvent.ItemNotAccessible;
import org.openhotline.contracts.event.AssessedItemEvent.ItemReopened;
import org.openhotline.contracts.event.AssessedItemEvent.ItemReviewed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTraced;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTriaged;
import org.openhotline.contracts.event.AssessedItemEvent.ReviewRequested;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportAmended;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.item.Verdict;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.staff.Actor;

/**
 * One reported address under assessment: commands in, events out.
 *
 * @param judgements in order: the assessment, the blind review, the senior analyst's decision
 * @param earlier the judgements of earlier rounds, before the item was reported again
 * @param triages the decisions on an item that is no page, the last one counts
 * @param related earlier items that have something in common with it
 */
public record AssessedItem(
        UUID id,
        LocatorKind kind,
        Sealed address,
        ItemState state,
        Reports reports,
        Tracing tracing,
        Optional<Claim> claim,
        List<Judgement> judgements,
        List<Judgement> earlier,
        List<Triage> triages,
        List<Related> related) {
    private static final int MOST_EARLIER = 20;

    public AssessedItem {
        judgements = List.copyOf(judgements);
        earlier = List.copyOf(earlier);
        triages = List.copyOf(triages);
        related = List.copyOf(related);
    }

    /**
     * What can be traced is traced first; everything else waits for an analyst at once.
     *
     * @param now when the report arrives here; the first trace is due at once
     */
    public static Decision<AssessedItem> open(ItemReported reported, List<Related> related, Instant now) {
        AssessedItem opened = new AssessedItem(
                reported.itemId(),
                reported.kind(),
                reported.address(),
                ItemLifecycle.TABLE.initial(),
                Reports.first(
                        reported.at(),
                        new Note(
                                reported.submissionId(),
                                reported.note(),
                                reported.referrer(),
                                circumstances(reported.circumstances()))),
                Tracing.dueAt(now),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                related);
        return reported.kind().isTraceable() ? Decision.of(opened) : opened.recordTrace(Trace.notTraceable(now), now);
    }

    /**
     * Reported again. A decided item comes back where a new look could find something new: one that could not be opened
     * or said too little at once, one that was not illegal after a while.
     */
    public Decision<AssessedItem> countAgain(ItemReportedAgain again, Duration lookAgainAfter) {
        AssessedItem counted = with(
                state,
                reports.again(
                        again.at(),
                        new Note(
                                again.submissionId(),
                                again.note(),
                                again.referrer(),
                                circumstances(again.circumstances()))),
                tracing);
        boolean stands = state == ItemState.NOT_ILLEGAL
                && again.at().isBefore(decidedAt().plus(lookAgainAfter));
        return stands ? Decision.of(counted) : counted.comeBack(again.submissionId(), again.at());
    }

    /** A reporter said more; how often and when it was reported stays. New words may be what was missing. */
    public Decision<AssessedItem> amend(ItemReportAmended amended) {
        AssessedItem heard = with(
                state,
                reports.amended(
                        new Note(amended.submissionId(), amended.note(), amended.referrer(), amended.circumstances())),
                tracing);
        boolean wordsAreNew = amended.note().isPresent() || amended.referrer().isPresent();
        return state != ItemState.NOT_ILLEGAL && wordsAreNew
                ? heard.comeBack(amended.submissionId(), amended.at())
                : Decision.of(heard);
    }

    private static Circumstances circumstances(Optional<Circumstances> told) {
        return told.orElse(Circumstances.PUBLIC);
    }

    private Decision<AssessedItem> comeBack(UUID submissionId, Instant now) {
        if (!ItemLifecycle.TABLE.allows(state, ItemStep.COME_BACK)) {
            return Decision.of(this);
        }
        AssessedItem back = new AssessedItem(
                id,
                kind,
                address,
                next(ItemStep.COME_BACK, Actor.SYSTEM),
                reports,
                kind.isTraceable() ? tracing.askedAgain(now) : tracing,
                Optional.empty(),
                List.of(),
                earlierAndLast(),
                triages,
                related);
        return Decision.of(back, new ItemReopened(id, submissionId, now));
    }

    /** What is remembered of earlier rounds once this one is over. */
    List<Judgement> earlierAndLast() {
        return Stream.concat(earlier.stream(), judgements.stream())
                .skip(Math.max(0, earlier.size() + judgements.size() - MOST_EARLIER))
                .toList();
    }

    private Instant decidedAt() {
        return judgements.getLast().at();
    }

    /** A worker begins to trace. @throws Conflict where nothing is due, since another worker was faster */
    public AssessedItem beginTrace(Instant now, Instant until) {
        if (!tracing.isDue(now)) {
            throw new Conflict("Nothing is to be traced here now.");
        }
        return with(state, reports, tracing.begun(until));
    }

    /** The trace came back; the item waits for an analyst from now on, even where it failed. */
    public Decision<AssessedItem> recordTrace(Trace trace, Instant now) {
        if (state.isFinal()) {
            return Decision.of(this);
        }
        ItemState next = state == ItemState.TRACING ? next(ItemStep.TRACE, Actor.SYSTEM) : state;
        return Decision.of(with(next, reports, tracing.found(trace, now)), new ItemTraced(id, trace, now));
    }

    /** A person asks for another trace. */
    public AssessedItem traceAgain(Instant now) {
        if (state.isFinal()) {
            throw new Conflict("This item has been decided; it is not traced again here.");
        }
        if (!kind.isTraceable()) {
            throw new Conflict("This kind of address cannot be traced.");
        }
        return with(state, reports, tracing.askedAgain(now));
    }

    /**
     * Takes the item, after letting an ended lease of somebody else end. Claiming what one holds changes nothing.
     *
     * @throws Conflict while another analyst holds it, or where it does not wait for anybody
     * @throws NotAllowed for who decided on it before, or lacks the role
     */
    public Decision<AssessedItem> claim(Actor actor, Instant now, Instant until) {
        Decision<AssessedItem> freed = endLease(now);
        AssessedItem free = freed.state();
        if (free.isHeldBy(actor, now)) {
            return freed;
        }
        free.mustBeFreeFor(actor);
        ItemState next = free.next(ItemStep.CLAIM, actor);
        return decision(
                free.with(next, Optional.of(new Claim(actor.id(), now, until)), judgements),
                Stream.concat(freed.events().stream(), Stream.of(new ItemClaimed(id, actor.id(), until, now))));
    }

    /** Gives the item back undecided. @throws Conflict for who does not hold it */
    public Decision<AssessedItem> release(Actor actor, Instant now) {
        Claim held = claim.filter(c -> c.holder().equals(actor.id()))
                .orElseThrow(() -> new Conflict("You do not hold this item."));
        return held.hasEnded(now) ? endLease(now) : freed(held, ItemStep.RELEASE, actor, now);
    }

    /** Frees the item where its lease has ended; otherwise changes nothing. */
    public Decision<AssessedItem> endLease(Instant now) {
        return claim.filter(held -> held.hasEnded(now))
                .map(held -> freed(held, ItemStep.LET_LEASE_END, Actor.SYSTEM, now))
                .orElseGet(() -> Decision.of(this));
    }

    /**
     * The holder decides: as first assessor, as blind reviewer, or as the senior analyst who settles a disagreement.
     *
     * @param secondReview whether this country wants a first decision reviewed
     * @throws Conflict for who does not hold the item any more, and where it is no page, which is triaged instead
     */
    public Decision<AssessedItem> decide(Judgement mine, Actor actor, boolean secondReview) {
        mustBeHeldBy(actor, mine.at());
        if (!kind.isPage()) {
            throw new Conflict("This item is no page: decide who deals with it.");
        }
        return switch (state) {
            case CLAIMED -> assess(mine, actor, secondReview);
            case IN_REVIEW -> review(mine, actor);
            case WITH_SENIOR -> conclude(mine, actor, mine.classification(), reviewed(mine));
            case TRACING,
                    QUEUED,
                    AWAITING_REVIEW,
                    AWAITING_SENIOR,
                    CONFIRMED_ILLEGAL,
                    NOT_ILLEGAL,
                    NOT_ACCESSIBLE,
                    WITH_POLICE,
                    PASSED_ON,
                    ASKED,
                    INSUFFICIENT -> throw new Conflict("This item cannot be decided now.");
        };
    }

    /**
     * The holder decides who deals with an item that is no page. One decision is enough: nothing is found illegal here,
     * and nobody is notified.
     *
     * @throws Conflict for who does not hold the item any more, and where it is a page, which is classified instead
     */
    public Decision<AssessedItem> triage(Triage mine, Actor actor) {
        mustBeHeldBy(actor, mine.at());
        if (kind.isPage()) {
            throw new Conflict("This item is a page: decide whether it is illegal.");
        }
        List<Triage> all = Stream.concat(triages.stream(), Stream.of(mine)).toList();
        AssessedItem triaged = new AssessedItem(
                id,
                kind,
                address,
                next(ItemStep.to(mine.route()), actor),
                reports,
                tracing,
                Optional.empty(),
                judgements,
                earlier,
                all,
                related);
        return Decision.of(
                triaged, new ItemTriaged(id, mine.id(), mine.actor(), mine.route(), kind, address, mine.at()));
    }

    public boolean isHeldBy(Actor actor, Instant now) {
        return claim.filter(held -> held.holder().equals(actor.id()) && !held.hasEnded(now))
                .isPresent();
    }

    /** @throws Conflict for who does not hold the item, or not any more */
    public void mustBeHeldBy(Actor actor, Instant now) {
        if (!isHeldBy(actor, now)) {
            throw new Conflict("You do not hold this item, or your time with it has ended. Claim it first.");
        }
    }

    public boolean wasJudgedBy(String actor) {
        return judgements.stream().anyMatch(j -> j.actor().equals(actor));
    }

    private Decision<AssessedItem> assess(Judgement mine, Actor actor, boolean secondReview) {
        ItemAssessed assessed =
                new ItemAssessed(id, mine.id(), mine.actor(), mine.verdict(), mine.classification(), mine.at());
        if (!secondReview) {
            return conclude(mine, actor, mine.classification(), assessed);
        }
        return Decision.of(
                judged(mine, ItemStep.ASK_FOR_REVIEW, actor), assessed, new ReviewRequested(id, mine.id(), mine.at()));
    }

    /** Where both say the same, the first one's category stands; the reviewer's stays on record in its event. */
    private Decision<AssessedItem> review(Judgement mine, Actor actor) {
        return agreesWithFirst(mine)
                ? conclude(mine, actor, judgements.getFirst().classification(), reviewed(mine))
                : Decision.of(judged(mine, ItemStep.DISAGREE, actor), reviewed(mine));
    }

    private Decision<AssessedItem> conclude(Judgement last, Actor actor, Classification by, AssessedItemEvent what) {
        AssessedItem concluded = judged(last, finding(last.verdict()), actor);
        return Decision.of(concluded, what, concluded.conclusion(last.verdict(), by, last.at()));
    }

    private AssessedItemEvent conclusion(Verdict verdict, Classification by, Instant at) {
        UUID assessmentId = judgements.getFirst().id();
        return switch (verdict) {
            case ILLEGAL -> new AssessmentConfirmed(id, assessmentId, kind, address, trace(), by, at);
            case NOT_ILLEGAL -> new ItemFoundNotIllegal(id, assessmentId, by, at);
            case NOT_ACCESSIBLE -> new ItemNotAccessible(id, assessmentId, by, at);
        };
    }

    private static ItemStep finding(Verdict verdict) {
        return switch (verdict) {
            case ILLEGAL -> ItemStep.FIND_ILLEGAL;
            case NOT_ILLEGAL -> ItemStep.FIND_NOT_ILLEGAL;
            case NOT_ACCESSIBLE -> ItemStep.FIND_NOT_ACCESSIBLE;
        };
    }

    private ItemReviewed reviewed(Judgement mine) {
        return new ItemReviewed(
                id,
                judgements.getFirst().id(),
                mine.id(),
                mine.actor(),
                mine.verdict(),
                mine.classification(),
                agreesWithFirst(mine),
                mine.at());
    }

    private boolean agreesWithFirst(Judgement mine) {
        return mine.verdict() == judgements.getFirst().verdict();
    }

    private Trace trace() {
        return tracing.result().orElseThrow(() -> new IllegalStateException("decided before it was traced"));
    }

    private void mustBeFreeFor(Actor actor) {
        if (claim.isPresent()) {
            throw new Conflict("Another analyst is working on this item.");
        }
        if (state.isFinal()) {
            throw new Conflict("This item has been decided already.");
        }
        if (wasJudgedBy(actor.id())) {
            throw new NotAllowed("You have decided on this item; somebody else has to look at it now.");
        }
    }

    private Decision<AssessedItem> freed(Claim held, ItemStep how, Actor actor, Instant now) {
        return Decision.of(
                with(next(how, actor), Optional.empty(), judgements),
                new ClaimReleased(id, held.holder(), how == ItemStep.LET_LEASE_END, now));
    }

    private AssessedItem judged(Judgement mine, ItemStep how, Actor actor) {
        List<Judgement> all =
                Stream.concat(judgements.stream(), Stream.of(mine)).toList();
        AssessedItem judged = with(next(how, actor), Optional.empty(), all);
        return judged.state.isFinal() ? judged.with(judged.state, reports, tracing.stopped()) : judged;
    }

    private ItemState next(ItemStep step, Actor actor) {
        return ItemLifecycle.TABLE.next(state, step, actor);
    }

    private AssessedItem with(ItemState next, Reports reported, Tracing traced) {
        return new AssessedItem(
                id, kind, address, next, reported, traced, claim, judgements, earlier, triages, related);
    }

    private AssessedItem with(ItemState next, Optional<Claim> held, List<Judgement> judged) {
        return new AssessedItem(id, kind, address, next, reports, tracing, held, judged, earlier, triages, related);
    }

    private static Decision<AssessedItem> decision(AssessedItem state, Stream<? extends Event> events) {
        return new Decision<>(state, events.map(Event.class::cast).toList());
    }
}
