// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openhotline.assessment.classification.Choice;
import org.openhotline.assessment.classification.ClassificationProfile;
import org.openhotline.assessment.classification.ClassificationProfile.Category;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportAmended;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.item.Verdict;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;

/** A whole desk in memory with a clock that is moved by hand, for tests that read like the work. */
public final class Desk {
    public static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    static final Duration LOOK_AGAIN = Duration.ofDays(30);
    public static final Duration LEASE = Duration.ofMinutes(30);
    public static final Actor ANA = new Actor("ana", Set.of(Role.ANALYST));
    public static final Actor BEN = new Actor("ben", Set.of(Role.ANALYST));
    public static final Actor SOFIA = new Actor("sofia", Set.of(Role.SENIOR_ANALYST));
    public static final Choice ILLEGAL = new Choice(Verdict.ILLEGAL, "national");
    public static final Choice NOT_ILLEGAL = new Choice(Verdict.NOT_ILLEGAL, "adult-content");
    public static final Choice NOT_ACCESSIBLE = new Choice(Verdict.NOT_ACCESSIBLE, "not-found");

    public final InMemoryItems items = new InMemoryItems();
    private Instant now = MORNING;
    private final InstantSource clock = () -> now;
    public final ClaimItem claims = new ClaimItem(items, clock, LEASE);
    public final ReleaseClaim releases = new ReleaseClaim(items, clock);
    private final AssessItem decisions;
    public final TriageItem triage = new TriageItem(items, UUID::randomUUID, clock);
    private long sequence = 1;

    private Desk(boolean secondReview) {
        decisions = new AssessItem(items, profile(), secondReview, UUID::randomUUID, clock);
    }

    public static Desk where_one_decision_is_enough() {
        return new Desk(false);
    }

    public static Desk with_second_review() {
        return new Desk(true);
    }

    public static ClassificationProfile profile() {
        return new ClassificationProfile(
                "generic-national",
                3,
                List.of(category("national", "csam-possession"), category("baseline", "csam-possession")),
                List.of(category("adult-content")),
                List.of(category("not-found")));
    }

    private static Category category(String code, String... provisions) {
        return new Category(code, "The words for " + code, "", List.of(provisions));
    }

    public InstantSource clock() {
        return clock;
    }

    public void later(Duration time) {
        now = now.plus(time);
    }

    /** Reported now, and not traced yet. */
    public UUID reported() {
        return reported(LocatorKind.WEB, Circumstances.PUBLIC);
    }

    public UUID reported(LocatorKind kind, Circumstances circumstances) {
        UUID id = UUID.randomUUID();
        new OpenItem(items, (_, _, _) -> List.of(), clock).on(received(id, 1, reportOf(id, kind, circumstances)));
        return id;
    }

    ItemReported reportOf(UUID id) {
        return reportOf(id, LocatorKind.WEB, Circumstances.PUBLIC);
    }

    private ItemReported reportOf(UUID id, LocatorKind kind, Circumstances circumstances) {
        return new ItemReported(
                id,
                UUID.randomUUID(),
                kind,
                new Sealed("address of " + id),
                Optional.empty(),
                Optional.empty(),
                Optional.of(circumstances),
                now);
    }

    /** Reported and traced now: it waits for an analyst. */
    public UUID waiting() {
        return waiting(TraceOutcome.TRACED);
    }

    public UUID waiting(TraceOutcome traced) {
        UUID id = reported();
        traced(id, traced);
        return id;
    }

    void traced(UUID id, TraceOutcome outcome) {
        items.changeExisting(id, item -> item.recordTrace(trace(outcome), now));
    }

    Trace trace(TraceOutcome outcome) {
        return new Trace(now, outcome, Optional.of("XX"), Optional.of(64496L), true, Optional.of(new Sealed("host")));
    }

    void reportedAgain(UUID id, int times) {
        reportedAgain(id, times, Circumstances.PUBLIC);
    }

    void reportedAgain(UUID id, int times, Circumstances circumstances) {
        for (int i = 0; i < times; i++) {
            ItemReportedAgain again = new ItemReportedAgain(
                    id,
                    UUID.randomUUID(),
                    Optional.of(new Sealed("a note")),
                    Optional.empty(),
                    Optional.of(circumstances),
                    Optional.empty(),
                    now);
            new CountAgain(items, LOOK_AGAIN).on(received(id, ++sequence, again));
        }
    }

    void amended(UUID id, UUID submission, Optional<Sealed> note, Circumstances circumstances) {
        new AmendReport(items)
                .on(received(
                        id,
                        ++sequence,
                        new ItemReportAmended(id, submission, note, Optional.empty(), circumstances, now)));
    }

    <E extends Event> Received<E> received(UUID id, long sequence, E event) {
        return new Received<>(event, UUID.randomUUID(), AggregateType.REPORTED_ITEM, id, sequence, now);
    }

    public AssessedItem claims_and_decides(Actor actor, UUID id, Choice choice) {
        claims.claim(id, actor);
        return decides(actor, id, choice);
    }

    public AssessedItem decides(Actor actor, UUID id, Choice choice) {
        return decisions.decide(id, choice, actor);
    }

    ItemState state(UUID id) {
        return items.get(id).state();
    }
}
