// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.AssessedItemEvent;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.NoticeEvent;
import org.openhotline.contracts.event.ReferralEvent;
import org.openhotline.contracts.event.RemovalEvent;
import org.openhotline.contracts.event.ReportedItemEvent;
import org.openhotline.contracts.event.SubmissionEvent;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.item.Verdict;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.Sealed;

/** Writes the events that the services would send, each source's numbered from 1. */
final class EventStory {
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Sealed SEALED = new Sealed("AbCd");
    private static final Classification CATEGORY = new Classification("generic-national", 1, "baseline");
    private static final String ANALYST = "5d0f6a3e-7d2b-4c58-9f0e-1a2b3c4d5e6f";

    private final List<Received<Event>> told = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant now = START;

    EventStory at(Duration sinceStart) {
        now = START.plus(sinceStart);
        return this;
    }

    EventStory atHour(double hours) {
        return at(Duration.ofSeconds(Math.round(hours * 3600)));
    }

    EventStory submission(UUID... items) {
        UUID submission = UUID.randomUUID();
        return tell(
                submission,
                new SubmissionEvent.SubmissionReceived(
                        submission, List.of(items), "form", "en", false, Optional.empty(), now));
    }

    EventStory reported(UUID item) {
        submission(item);
        return tell(
                item,
                new ReportedItemEvent.ItemReported(
                        item,
                        UUID.randomUUID(),
                        LocatorKind.WEB,
                        SEALED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        now));
    }

    EventStory reportedAgain(UUID item) {
        submission(item);
        return tell(
                item,
                new ReportedItemEvent.ItemReportedAgain(
                        item,
                        UUID.randomUUID(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        now));
    }

    EventStory assessed(UUID item, Verdict verdict) {
        return tell(item, new AssessedItemEvent.ItemAssessed(item, UUID.randomUUID(), ANALYST, verdict, CATEGORY, now));
    }

    EventStory found(UUID item, Verdict verdict) {
        assessed(item, verdict);
        return decided(item, verdict);
    }

    EventStory decided(UUID item, Verdict verdict) {
        UUID assessment = UUID.randomUUID();
        return switch (verdict) {
            case ILLEGAL ->
                tell(
                        item,
                        new AssessedItemEvent.AssessmentConfirmed(
                                item, assessment, LocatorKind.WEB, SEALED, trace(), CATEGORY, now));
            case NOT_ILLEGAL -> tell(item, new AssessedItemEvent.ItemFoundNotIllegal(item, assessment, CATEGORY, now));
            case NOT_ACCESSIBLE -> tell(item, new AssessedItemEvent.ItemNotAccessible(item, assessment, CATEGORY, now));
        };
    }

    EventStory triaged(UUID item, TriageRoute route) {
        return tell(
                item,
                new AssessedItemEvent.ItemTriaged(
                        item, UUID.randomUUID(), ANALYST, route, LocatorKind.PHONE, SEALED, now));
    }

    /** @param report when the report came in that brings the item back */
    EventStory reopened(UUID item, Instant report) {
        return tell(item, new AssessedItemEvent.ItemReopened(item, UUID.randomUUID(), report));
    }

    EventStory reopened(UUID item) {
        return reopened(item, now);
    }

    /** The reporter answers more questions about what was reported. */
    EventStory amended(UUID submission, UUID item) {
        Circumstances circumstances = Circumstances.PUBLIC;
        tell(
                submission,
                new SubmissionEvent.SubmissionAmended(
                        submission, List.of(item), List.of("danger"), circumstances, false, now));
        return tell(
                item,
                new ReportedItemEvent.ItemReportAmended(
                        item, submission, Optional.of(SEALED), Optional.empty(), circumstances, now));
    }

    EventStory referred(UUID item) {
        UUID referral = UUID.randomUUID();
        return tell(referral, new ReferralEvent.ReferralSent(referral, item, now));
    }

    EventStory noticeSent(UUID notice, UUID... items) {
        tell(notice, new NoticeEvent.NoticeQueued(notice, List.of(items), now));
        return tell(notice, new NoticeEvent.NoticeSent(notice, List.of(items), now));
    }

    EventStory noticeBounced(UUID notice, UUID... items) {
        return tell(notice, new NoticeEvent.NoticeBounced(notice, List.of(items), "smtp-550", now));
    }

    EventStory answered(UUID notice, HostAnswer answer, UUID... items) {
        return tell(notice, new NoticeEvent.NoticeAcknowledged(notice, List.of(items), answer, now));
    }

    EventStory removed(UUID item) {
        return tell(item, new RemovalEvent.ItemRemoved(item, "officer", Optional.of(ANALYST), now));
    }

    EventStory checkRequested(UUID item) {
        return tell(item, new RemovalEvent.CheckRequested(item, Optional.of(UUID.randomUUID()), now));
    }

    EventStory stillGone(UUID item) {
        checkRequested(item);
        return tell(item, new RemovalEvent.ItemChecked(item, ANALYST, now));
    }

    EventStory onlineAgain(UUID item) {
        checkRequested(item);
        return tell(item, new RemovalEvent.ItemReappeared(item, ANALYST, 2, now));
    }

    List<Received<Event>> events() {
        return List.copyOf(told);
    }

    private EventStory tell(UUID aggregateId, Event event) {
        AggregateType type = AggregateType.emitting(event.getClass());
        long sequence = sequences.merge(type.wireName() + aggregateId, 1L, Long::sum);
        told.add(new Received<>(event, UUID.randomUUID(), type, aggregateId, sequence, now));
        return this;
    }

    private Trace trace() {
        return new Trace(now, TraceOutcome.TRACED, Optional.of("XX"), Optional.of(64496L), true, Optional.of(SEALED));
    }
}
