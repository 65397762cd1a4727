// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AssessedItemEvent;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.IntakeEvent;
import org.openhotline.contracts.event.LogEvent;
import org.openhotline.contracts.event.NoticeEvent;
import org.openhotline.contracts.event.OversightEvent;
import org.openhotline.contracts.event.ReferralEvent;
import org.openhotline.contracts.event.RemovalEvent;
import org.openhotline.contracts.event.ReportedItemEvent;
import org.openhotline.contracts.event.ReporterCareEvent;
import org.openhotline.contracts.event.SubmissionEvent;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.contracts.item.Verdict;

/** Turns an event into facts about the items (or the submission) that it is about. */
public final class LearnFromEvent {
    private final Facts facts;

    public LearnFromEvent(Facts facts) {
        this.facts = facts;
    }

    public void learn(Received<? extends Event> received) {
        switch (received.event()) {
            case SubmissionEvent e -> submission(e);
            case ReportedItemEvent e -> tell(received, List.of(e.itemId()), told(e));
            case AssessedItemEvent e -> tell(received, List.of(e.itemId()), told(e));
            case RemovalEvent e -> tell(received, List.of(e.itemId()), told(e));
            case NoticeEvent e -> tell(received, e.items(), told(e));
            case ReferralEvent e -> tell(received, List.of(e.itemId()), told(e));
            case IntakeEvent _, LogEvent _, OversightEvent _, ReporterCareEvent _ -> {}
        }
    }

    private void tell(Received<? extends Event> received, List<UUID> items, UnaryOperator<ItemFacts> told) {
        items.forEach(item -> facts.learn(item, received, told));
    }

    private void submission(SubmissionEvent event) {
        switch (event) {
            case SubmissionEvent.SubmissionReceived e -> facts.learn(new SubmissionFacts(e.submissionId(), e.at()));
            case SubmissionEvent.SubmissionAmended _, SubmissionEvent.ReporterContactErased _ -> {
                // still the one submission, received when it first came
            }
        }
    }

    /** That it was reported again, or more about it, is no new item and no decision: the first report starts the clocks. */
    private static UnaryOperator<ItemFacts> told(ReportedItemEvent event) {
        return switch (event) {
            case ReportedItemEvent.ItemReported e -> item -> item.receivedAt(e.at());
            case ReportedItemEvent.ItemReportedAgain _, ReportedItemEvent.ItemReportAmended _ -> nothing();
        };
    }

    private static UnaryOperator<ItemFacts> told(AssessedItemEvent event) {
        return switch (event) {
            case AssessedItemEvent.ItemAssessed e -> item -> item.assessedAt(e.at());
            case AssessedItemEvent.AssessmentConfirmed e -> item -> item.decidedAs(Verdict.ILLEGAL, e.at());
            case AssessedItemEvent.ItemFoundNotIllegal e -> item -> item.decidedAs(Verdict.NOT_ILLEGAL, e.at());
            case AssessedItemEvent.ItemNotAccessible e -> item -> item.decidedAs(Verdict.NOT_ACCESSIBLE, e.at());
            case AssessedItemEvent.ItemTriaged e -> item -> item.triagedTo(e.route(), e.at());
            case AssessedItemEvent.ItemReopened _ -> ItemFacts::reopened;
            case AssessedItemEvent.ItemTraced _,
                    AssessedItemEvent.ItemClaimed _,
                    AssessedItemEvent.ClaimReleased _,
                    AssessedItemEvent.ReviewRequested _,
                    AssessedItemEvent.ItemReviewed _ -> nothing();
        };
    }

    /** While a check is under way, and after "still gone", what was recorded first stands. */
    private static UnaryOperator<ItemFacts> told(RemovalEvent event) {
        return switch (event) {
            case RemovalEvent.ItemRemoved e -> item -> item.removedAt(e.at());
            case RemovalEvent.ItemReappeared e -> item -> item.onlineAgainAt(e.at());
            case RemovalEvent.TakedownOpened _,
                    RemovalEvent.HoldPlaced _,
                    RemovalEvent.HoldReleased _,
                    RemovalEvent.HoldExpired _,
                    RemovalEvent.NoticeDecided _,
                    RemovalEvent.ContactMissing _,
                    RemovalEvent.CheckRequested _,
                    RemovalEvent.ItemChecked _ -> nothing();
        };
    }

    private static UnaryOperator<ItemFacts> told(NoticeEvent event) {
        return switch (event) {
            case NoticeEvent.NoticeSent e -> item -> item.notice(e.noticeId(), n -> n.sentAt(e.at()));
            case NoticeEvent.NoticeBounced e -> item -> item.notice(e.noticeId(), NoticeFacts::neverArrived);
            case NoticeEvent.NoticeAcknowledged e ->
                e.answer() == HostAnswer.ALREADY_GONE ? item -> item.calledGoneAt(e.at()) : nothing();
            case NoticeEvent.NoticeQueued _, NoticeEvent.NoticeDeliveryUnknown _ -> nothing();
        };
    }

    private static UnaryOperator<ItemFacts> told(ReferralEvent event) {
        return switch (event) {
            case ReferralEvent.ReferralSent e -> item -> item.referredAt(e.at());
            case ReferralEvent.ReferralAcknowledged _ -> nothing();
        };
    }

    /** The event says nothing that a figure needs; that it came is noted all the same. */
    private static UnaryOperator<ItemFacts> nothing() {
        return UnaryOperator.identity();
    }
}
