// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.contracts.item.LocatorKind;

/**
 * One address that was reported, whose clear form is not kept here, and how often.
 *
 * @param reports number of submissions that name it
 * @param latestSubmissions the last {@value #REMEMBERED} of them, by which a repeated registration is noticed
 */
public record ReportedItem(
        UUID id,
        LocatorKind kind,
        CoarseStatus status,
        long reports,
        List<UUID> latestSubmissions,
        Instant firstReportedAt) {

    /**
     * How many submissions an item remembers. A registration is only repeated within moments of a crash, so the memory
     * need not be complete, and a document must stay small however often one address is reported.
     */
    static final int REMEMBERED = 1000;

    public ReportedItem {
        latestSubmissions = List.copyOf(latestSubmissions);
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
                        now),
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
            return Decision.of(this);
        }
        List<UUID> latest = Stream.concat(latestSubmissions.stream(), Stream.of(report.submissionId()))
                .skip(Math.max(0, latestSubmissions.size() + 1 - REMEMBERED))
                .toList();
        return Decision.of(
                new ReportedItem(id, kind, status, reports + 1, latest, firstReportedAt),
                new ItemReportedAgain(
                        id,
                        report.submissionId(),
                        report.note(),
                        report.referrer(),
                        Optional.of(report.circumstances()),
                        Optional.empty(),
                        now));
    }

    /** The status after something happened to the item elsewhere; no events, since the others said it. */
    Decision<ReportedItem> after(Optional<ItemStep> step) {
        CoarseStatus next = step.map(s -> CoarseLifecycle.after(status, s)).orElse(status);
        return Decision.of(
                next == status ? this : new ReportedItem(id, kind, next, reports, latestSubmissions, firstReportedAt));
    }
}
