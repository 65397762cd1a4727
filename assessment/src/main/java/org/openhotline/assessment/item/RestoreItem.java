// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhotline.contracts.aggregate.Restoring;
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

/**
 * An item made again from what was told of it. What was reported comes from the reports, which are replayed, too. Not told
 * is when a worker is to trace next: it is counted from the last trace that was told.
 */
public final class RestoreItem implements Restoring<AssessedItem> {
    @Override
    public Optional<AssessedItem> after(Optional<AssessedItem> present, Event event) {
        AssessedItem item = Restoring.opened(present);
        return Optional.of(
                switch ((AssessedItemEvent) event) {
                    case ItemTraced e -> traced(item, e);
                    case ItemClaimed e ->
                        held(item, claimed(item.state()), Optional.of(new Claim(e.actor(), e.at(), e.until())));
                    case ClaimReleased _ -> held(item, released(item.state()), Optional.empty());
                    case ItemAssessed e ->
                        judged(
                                item,
                                new Judgement(e.assessmentId(), e.actor(), e.verdict(), e.classification(), e.at()),
                                item.state());
                    case ReviewRequested _ -> held(item, ItemState.AWAITING_REVIEW, Optional.empty());
                    case ItemReviewed e ->
                        judged(
                                item,
                                new Judgement(e.reviewId(), e.actor(), e.verdict(), e.classification(), e.at()),
                                item.state() == ItemState.IN_REVIEW && !e.agrees()
                                        ? ItemState.AWAITING_SENIOR
                                        : item.state());
                    case AssessmentConfirmed _ -> decided(item, ItemState.CONFIRMED_ILLEGAL);
                    case ItemFoundNotIllegal _ -> decided(item, ItemState.NOT_ILLEGAL);
                    case ItemNotAccessible _ -> decided(item, ItemState.NOT_ACCESSIBLE);
                    case ItemReopened e -> reopened(item, e.at());
                    case ItemTriaged e -> triaged(item, new Triage(e.triageId(), e.actor(), e.route(), e.at()));
                });
    }

    private static AssessedItem traced(AssessedItem item, ItemTraced event) {
        Tracing begun = item.tracing().begun(event.at());
        return with(
                item,
                item.state() == ItemState.TRACING ? ItemState.QUEUED : item.state(),
                begun.found(event.trace(), event.at()),
                item.claim(),
                item.judgements(),
                item.earlier(),
                item.triages());
    }

    private static AssessedItem held(AssessedItem item, ItemState state, Optional<Claim> claim) {
        return with(item, state, item.tracing(), claim, item.judgements(), item.earlier(), item.triages());
    }

    /** The state follows with the next event, unless it is given here. */
    private static AssessedItem judged(AssessedItem item, Judgement judgement, ItemState state) {
        return with(
                item,
                state,
                item.tracing(),
                Optional.empty(),
                and(item.judgements(), judgement),
                item.earlier(),
                item.triages());
    }

    private static AssessedItem decided(AssessedItem item, ItemState verdict) {
        return with(
                item,
                verdict,
                item.tracing().stopped(),
                Optional.empty(),
                item.judgements(),
                item.earlier(),
                item.triages());
    }

    private static AssessedItem reopened(AssessedItem item, Instant at) {
        return with(
                item,
                ItemState.QUEUED,
                item.kind().isTraceable() ? item.tracing().askedAgain(at) : item.tracing(),
                Optional.empty(),
                List.of(),
                item.earlierAndLast(),
                item.triages());
    }

    private static AssessedItem triaged(AssessedItem item, Triage triage) {
        return with(
                item,
                switch (triage.route()) {
                    case POLICE -> ItemState.WITH_POLICE;
                    case PLATFORM, HELPLINE -> ItemState.PASSED_ON;
                    case ASK_REPORTER -> ItemState.ASKED;
                    case INSUFFICIENT -> ItemState.INSUFFICIENT;
                },
                item.tracing(),
                Optional.empty(),
                item.judgements(),
                item.earlier(),
                and(item.triages(), triage));
    }

    private static ItemState claimed(ItemState waiting) {
        return switch (waiting) {
            case AWAITING_REVIEW, IN_REVIEW -> ItemState.IN_REVIEW;
            case AWAITING_SENIOR, WITH_SENIOR -> ItemState.WITH_SENIOR;
            default -> ItemState.CLAIMED;
        };
    }

    private static ItemState released(ItemState held) {
        return switch (held) {
            case IN_REVIEW -> ItemState.AWAITING_REVIEW;
            case WITH_SENIOR -> ItemState.AWAITING_SENIOR;
            default -> ItemState.QUEUED;
        };
    }

    private static <T> List<T> and(List<T> earlier, T last) {
        return Stream.concat(earlier.stream(), Stream.of(last)).toList();
    }

    private static AssessedItem with(
            AssessedItem item,
            ItemState state,
            Tracing tracing,
            Optional<Claim> claim,
            List<Judgement> judgements,
            List<Judgement> earlier,
            List<Triage> triages) {
        return new AssessedItem(
                item.id(),
                item.kind(),
                item.address(),
                state,
                item.reports(),
                tracing,
                claim,
                judgements,
                earlier,
                triages,
                item.related());
    }
}
