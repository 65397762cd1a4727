// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import static java.lang.System.Logger.Level.WARNING;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.report.Source;
import org.openhotline.contracts.report.Theme;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.partner.PartnerReference;
import org.openhotline.reportintake.partner.PartnerReports;
import org.openhotline.reportintake.partner.PartnerReports.Noted;
import org.openhotline.reportintake.submission.Channel;
import org.openhotline.reportintake.submission.GivenReport;
import org.openhotline.reportintake.submission.GivenReport.GivenAddress;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.Outcome;
import org.openhotline.reportintake.submission.ReceiveSubmission;
import org.openhotline.reportintake.submission.ReceiveSubmission.Sent;
import org.openhotline.reportintake.submission.Refusal;
import org.openhotline.reportintake.submission.Refusal.Reason;

/** Makes a submission of each row. The same row of the same list is the same submission, however often it comes. */
final class TakeRows {
    private static final System.Logger LOG = System.getLogger(TakeRows.class.getName());

    private final ReceiveSubmission receiveSubmission;
    private final PartnerReports partnerReports;
    private final Predicate<Throwable> isOutage;

    /** @param isOutage tells a store that does not answer, where sending again helps, from a fault with this row */
    TakeRows(ReceiveSubmission receiveSubmission, PartnerReports partnerReports, Predicate<Throwable> isOutage) {
        this.receiveSubmission = receiveSubmission;
        this.partnerReports = partnerReports;
        this.isOutage = isOutage;
    }

    /** What becomes of each row; where their batch meets a fault, they are taken one by one: one must not keep the others out. */
    List<RowResult> take(List<RowReading> readings, ImportOrder order) {
        List<Taking> takings =
                readings.stream().map(reading -> taking(reading, order)).toList();
        List<Wanted> wanted = takings.stream()
                .filter(Wanted.class::isInstance)
                .map(Wanted.class::cast)
                .toList();
        Iterator<RowResult> results = stored(wanted, order).iterator();
        return takings.stream()
                .map(taking -> switch (taking) {
                    case Wanted _ -> results.next();
                    case Refused(RowResult result) -> result;
                })
                .toList();
    }

    /** A row that is to be stored, or what is wrong with it. */
    private sealed interface Taking {}

    private record Wanted(GivenRow row, Sent sent, Optional<PartnerReference> reference) implements Taking {}

    private record Refused(RowResult result) implements Taking {}

    private static Taking taking(RowReading reading, ImportOrder order) {
        return switch (reading) {
            case RowReading.Broken broken -> new Refused(RowResult.broken(broken));
            case RowReading.Row(GivenRow row) -> taking(row, order);
        };
    }

    private static Taking taking(GivenRow row, ImportOrder order) {
        Optional<Source> source = row.source().map(Source::named).orElse(Optional.of(order.source()));
        if (source.isEmpty()) {
            return new Refused(RowResult.refused(row, "source", Reason.SOURCE_UNKNOWN.name()));
        }
        if (!order.sources().contains(source.get())) {
            return new Refused(RowResult.refused(row, "source", Reason.SOURCE_NOT_YOURS.name()));
        }
        Optional<PartnerReference> reference = row.reference().flatMap(PartnerReference::read);
        if (row.reference().isPresent() && reference.isEmpty()) {
            return new Refused(RowResult.refused(row, "reference", Reason.PARTNER_REFERENCE_MALFORMED.name()));
        }
        Optional<Theme> theme = row.theme().flatMap(Theme::named);
        if (row.theme().isPresent() && theme.isEmpty()) {
            return new Refused(RowResult.refused(row, "theme", Reason.THEME_UNKNOWN.name()));
        }
        Sent sent = new Sent(report(row, new Circumstances(source.get(), theme, false, false)), key(row, order));
        return new Wanted(row, sent, reference);
    }

    private List<RowResult> stored(List<Wanted> rows, ImportOrder order) {
        try {
            return storedTogether(rows, order);
        } catch (RuntimeException e) {
            if (isOutage.test(e)) {
                throw e;
            }
            return rows.stream().map(row -> storedAlone(row, order)).toList();
        }
    }

    private RowResult storedAlone(Wanted row, ImportOrder order) {
        try {
            return storedTogether(List.of(row), order).getFirst();
        } catch (RuntimeException e) {
            if (isOutage.test(e)) {
                throw e;
            }
            LOG.log(
                    WARNING,
                    "Row {0} of an import could not be stored ({1})",
                    row.row().line(),
                    e.getClass());
            return RowResult.refused(row.row(), "", "NOT_STORED");
        }
    }

    private List<RowResult> storedTogether(List<Wanted> rows, ImportOrder order) {
        List<Outcome> outcomes =
                receiveSubmission.receiveAll(rows.stream().map(Wanted::sent).toList());
        List<Noted> noted = new ArrayList<>();
        List<RowResult> results = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Wanted row = rows.get(i);
            results.add(
                    switch (outcomes.get(i)) {
                        case Outcome.Accepted accepted -> {
                            row.reference().ifPresent(r -> noted.add(new Noted(r, accepted.submissionId())));
                            yield RowResult.accepted(
                                    row.row(), accepted.receipt().reference().text());
                        }
                        case Outcome.Refused(List<Refusal> refusals) ->
                            RowResult.refused(
                                    row.row(),
                                    field(refusals.getFirst()),
                                    refusals.getFirst().reason().name());
                        case Outcome.KeyUsed() -> RowResult.refused(row.row(), "", "NOT_STORED");
                    });
        }
        partnerReports.noteAll(order.account(), noted);
        return results;
    }

    private static GivenReport report(GivenRow row, Circumstances circumstances) {
        return new GivenReport(
                List.of(new GivenAddress(row.url(), row.kind())),
                row.note(),
                row.referrer(),
                Optional.empty(),
                Consent.NONE,
                Optional.empty(),
                Channel.IMPORT,
                circumstances);
    }

    private static IdempotencyKey key(GivenRow row, ImportOrder order) {
        return IdempotencyKey.following(
                "row",
                order.key().text(),
                IdempotencyKey.following(row.parts().toArray(String[]::new)).text());
    }

    private static String field(Refusal refusal) {
        return switch (refusal.field()) {
            case "addresses", "addresses[0]" -> "url";
            case "addresses[0].kind" -> "kind";
            default -> refusal.field();
        };
    }
}
