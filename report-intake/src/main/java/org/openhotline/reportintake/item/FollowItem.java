// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Received;
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
import org.openhotline.contracts.event.IntakeEvent;
import org.openhotline.contracts.event.LogEvent;
import org.openhotline.contracts.event.NoticeEvent;
import org.openhotline.contracts.event.NoticeEvent.NoticeAcknowledged;
import org.openhotline.contracts.event.NoticeEvent.NoticeBounced;
import org.openhotline.contracts.event.NoticeEvent.NoticeDeliveryUnknown;
import org.openhotline.contracts.event.NoticeEvent.NoticeQueued;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;
import org.openhotline.contracts.event.OversightEvent;
import org.openhotline.contracts.event.ReferralEvent;
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
import org.openhotline.contracts.event.ReportedItemEvent;
import org.openhotline.contracts.event.ReporterCareEvent;
import org.openhotline.contracts.event.SubmissionEvent;
import org.openhotline.contracts.item.TriageRoute;

/** Follows what assessment and takedown do to an item, for its reporters. */
public final class FollowItem {
    private final Aggregates<ReportedItem> items;

    public FollowItem(Aggregates<ReportedItem> items) {
        this.items = items;
    }

    /** Every item that the event is about takes note of it, also where nothing changes: its sequence has passed. */
    public Applied on(Received<? extends Event> received) {
        Optional<ItemStep> step = step(received.event());
        return items(received.event()).stream()
                .map(id -> items.apply(
                        id,
                        received,
                        item -> known(item, id).after(step, received.event().at())))
                .reduce(Applied.DUPLICATE, Applied::and);
    }

    private static ReportedItem known(Optional<ReportedItem> item, UUID id) {
        return item.orElseThrow(() -> new IllegalStateException("item " + id + " was never reported here"));
    }

    private static List<UUID> items(Event event) {
        return switch (event) {
            case AssessedItemEvent e -> List.of(e.itemId());
            case RemovalEvent e -> List.of(e.itemId());
            case ReferralEvent e -> List.of(e.itemId());
            case NoticeEvent e -> e.items();
            case SubmissionEvent _,
                    ReportedItemEvent _,
                    IntakeEvent _,
                    LogEvent _,
                    OversightEvent _,
                    ReporterCareEvent _ -> List.of();
        };
    }

    private static Optional<ItemStep> step(Event event) {
        return switch (event) {
            case AssessedItemEvent e -> assessment(e);
            case RemovalEvent e -> removal(e);
            case NoticeEvent e -> notice(e);
            // That police know is not for the reporter's eyes.
            case ReferralEvent _ -> Optional.empty();
            case SubmissionEvent _,
                    ReportedItemEvent _,
                    IntakeEvent _,
                    LogEvent _,
                    OversightEvent _,
                    ReporterCareEvent _ -> Optional.empty();
        };
    }

    private static Optional<ItemStep> assessment(AssessedItemEvent event) {
        return switch (event) {
            case ItemClaimed _ -> Optional.of(ItemStep.CLAIMED);
            case AssessmentConfirmed _ -> Optional.of(ItemStep.CONFIRMED);
            case ItemFoundNotIllegal _ -> Optional.of(ItemStep.FOUND_NOT_ILLEGAL);
            case ItemNotAccessible _ -> Optional.of(ItemStep.FOUND_NOT_ACCESSIBLE);
            case ItemTriaged e -> triage(e.route());
            case ItemTraced _, ClaimReleased _, ItemAssessed _, ReviewRequested _, ItemReviewed _, ItemReopened _ ->
                Optional.empty();
        };
    }

    /** Who deals with it is not for the reporter's eyes, only that somebody does. */
    private static Optional<ItemStep> triage(TriageRoute route) {
        return switch (route) {
            case POLICE, PLATFORM, HELPLINE -> Optional.of(ItemStep.PASSED_ON);
            case INSUFFICIENT -> Optional.of(ItemStep.FOUND_NOT_ACCESSIBLE);
            case ASK_REPORTER -> Optional.empty();
        };
    }

    private static Optional<ItemStep> removal(RemovalEvent event) {
        return switch (event) {
            case ItemRemoved _, ItemChecked _ -> Optional.of(ItemStep.REMOVED);
            case ItemReappeared _ -> Optional.of(ItemStep.REAPPEARED);
            case TakedownOpened _,
                    HoldPlaced _,
                    HoldReleased _,
                    HoldExpired _,
                    NoticeDecided _,
                    ContactMissing _,
                    CheckRequested _ -> Optional.empty();
        };
    }

    private static Optional<ItemStep> notice(NoticeEvent event) {
        return switch (event) {
            case NoticeSent _ -> Optional.of(ItemStep.NOTICE_SENT);
            case NoticeQueued _, NoticeDeliveryUnknown _, NoticeBounced _, NoticeAcknowledged _ -> Optional.empty();
        };
    }
}
