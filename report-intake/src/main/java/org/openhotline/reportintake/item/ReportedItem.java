// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportAmended;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.report.DuplicateLevel;

/**
 * One address that was reported, whose clear form is not kept here, and how often.
 *
 * @param reports number of submissions that name it
 * @param latestSubmissions the last {@value #REMEMBERED} of them, by which a repeated registration is noticed
 * @param spellings blind indexes of the last {@value #SPELLINGS} texts that were sent for it
 * @param amended how many amendments were told, by submission, for those of the latest that have any
 * @param statusSince when the status was last found, also where it stayed the same
 */
public record ReportedItem(
        UUID id,
        LocatorKind kind,
        CoarseStatus status,
        long reports,
        List<UUID> latestSubmissions,
        List<String> spellings,
        Instant firstReportedAt,
        Instant statusSince,
        Map<String, Integer> amended) {

    /**
     * How many submissions an item remembers. A registration is only repeated within moments of a crash, so the memory
     * need not be complete, and a document must stay small however often one address is reported.
     */
    static final int REMEMBERED = 1000;

    /** Reporters copy from each other; more spellings than these are counted as the same address all the same. */
    static final int SPELLINGS = 20;

    public ReportedItem {
        spellings = List.copyOf(spellings);
        latestSubmissions = List.copyOf(latestSubmissions);
        amended = Map.copyOf(amended);
    }

    /** Takes a report of this item, once for each submission. */
    public static Decision<ReportedItem> take(Optional<ReportedItem> known, Report report, Instant now) {
        return known.map(item -> item.again(report, now)).orElseGet(() -> first(report, now));
    }

    private static Decision<ReportedItem> first(Report report, Instant now) {
        return Decision.of(
                new ReportedItem(
                        report.itemId(),
                        report.kind(),
                        CoarseLifecycle.TABLE.initial(),
                        1,
                        List.of(report.submissionId()),
                        List.of(report.spelling()),
                        now,
                        now,
                        told(Map.of(), report)),
                new ItemReported(
                        report.itemId(),
                        report.submissionId(),
                        report.kind(),
                        report.address(),
                        report.note(),
                        report.referrer(),
                        Optional.of(report.circumstances()),
                        now));
    }

    private Decision<ReportedItem> again(Report report, Instant now) {
        if (latestSubmissions.contains(report.submissionId())) {
            return amended(report, now);
        }
        List<UUID> latest = lastOf(REMEMBERED, latestSubmissions, report.submissionId());
        return Decision.of(
                new ReportedItem(
                        id,
                        kind,
                        status,
                        reports + 1,
                        latest,
                        spellings.contains(report.spelling())
                                ? spellings
                                : lastOf(SPELLINGS, spellings, report.spelling()),
                        firstReportedAt,
                        statusSince,
                        told(among(latest), report)),
                new ItemReportedAgain(
                        id,
                        report.submissionId(),
                        report.note(),
                        report.referrer(),
                        Optional.of(report.circumstances()),
                        Optional.of(level(report).name()),
                        now));
    }

    /** All that a submission says after it was added to, so that the order of two tellings is no matter. */
    private Decision<ReportedItem> amended(Report report, Instant now) {
        if (amended.getOrDefault(report.submissionId().toString(), 0) >= report.amendments()) {
            return Decision.of(this);
        }
        return Decision.of(
                new ReportedItem(
                        id,
                        kind,
                        status,
                        reports,
                        latestSubmissions,
                        spellings,
                        firstReportedAt,
                        statusSince,
                        told(amended, report)),
                new ItemReportAmended(
                        id, report.submissionId(), report.note(), report.referrer(), report.circumstances(), now));
    }

    private static Map<String, Integer> told(Map<String, Integer> before, Report report) {
        if (report.amendments() == 0) {
            return before;
        }
        Map<String, Integer> after = new HashMap<>(before);
        after.put(report.submissionId().toString(), report.amendments());
        return after;
    }

    private Map<String, Integer> among(List<UUID> submissions) {
        if (amended.isEmpty()) {
            return amended;
        }
        Map<String, Integer> rest = new HashMap<>(amended);
        rest.keySet().retainAll(submissions.stream().map(UUID::toString).collect(Collectors.toSet()));
        return rest;
    }

    /** As after a report of which no more is known than that it came. */
    ReportedItem toldAgain(UUID submission) {
        List<UUID> latest = lastOf(REMEMBERED, latestSubmissions, submission);
        return new ReportedItem(
                id, kind, status, reports + 1, latest, spellings, firstReportedAt, statusSince, among(latest));
    }

    /** As after one more amendment of a report. */
    ReportedItem toldMore(UUID submission) {
        Map<String, Integer> after = new HashMap<>(amended);
        after.merge(submission.toString(), 1, Integer::sum);
        return new ReportedItem(
                id, kind, status, reports, latestSubmissions, spellings, firstReportedAt, statusSince, after);
    }

    private DuplicateLevel level(Report report) {
        return spellings.contains(report.spelling()) ? DuplicateLevel.D0 : DuplicateLevel.D1;
    }

    private static <T> List<T> lastOf(int most, List<T> earlier, T latest) {
        return Stream.concat(earlier.stream(), Stream.of(latest))
                .skip(Math.max(0, earlier.size() + 1 - most))
                .toList();
    }

    /**
     * The status after something happened to the item elsewhere; no events, since the others said it.
     *
     * @param at when it happened there
     */
    Decision<ReportedItem> after(Optional<ItemStep> step, Instant at) {
        return Decision.of(step.filter(s -> CoarseLifecycle.TABLE.allows(status, s))
                .map(s -> found(CoarseLifecycle.after(status, s), at))
                .orElse(this));
    }

    private ReportedItem found(CoarseStatus next, Instant at) {
        return new ReportedItem(id, kind, next, reports, latestSubmissions, spellings, firstReportedAt, at, amended);
    }

    /**
     * What the sender of a report may know. What was found before that report is not said: otherwise anybody could send an
     * address to learn whether the hotline knows it and how it decided.
     */
    public CoarseStatus statusFor(Instant reportedAt) {
        return statusSince.isBefore(reportedAt) ? CoarseLifecycle.TABLE.initial() : status;
    }
}
