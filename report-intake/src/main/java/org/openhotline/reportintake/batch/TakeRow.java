// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import static java.lang.System.Logger.Level.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.report.Source;
import org.openhotline.contracts.report.Theme;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.partner.PartnerReference;
import org.openhotline.reportintake.partner.PartnerReports;
import org.openhotline.reportintake.submission.Channel;
import org.openhotline.reportintake.submission.GivenReport;
import org.openhotline.reportintake.submission.GivenReport.GivenAddress;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.Outcome;
import org.openhotline.reportintake.submission.ReceiveSubmission;
import org.openhotline.reportintake.submission.Refusal;
import org.openhotline.reportintake.submission.Refusal.Reason;

/** Makes a submission of one row. The same row of the same list is the same submission, however often it comes. */
final class TakeRow {
    private static final System.Logger LOG = System.getLogger(TakeRow.class.getName());

    private final ReceiveSubmission receiveSubmission;
    private final PartnerReports partnerReports;
    private final Predicate<Throwable> isOutage;

    /** @param isOutage tells a store that does not answer, where sending again helps, from a fault with this row */
    TakeRow(ReceiveSubmission receiveSubmission, PartnerReports partnerReports, Predicate<Throwable> isOutage) {
        this.receiveSubmission = receiveSubmission;
        this.partnerReports = partnerReports;
        this.isOutage = isOutage;
    }

    RowResult take(RowReading reading, ImportOrder order) {
        return switch (reading) {
            case RowReading.Broken broken -> RowResult.broken(broken);
            case RowReading.Row(GivenRow row) -> take(row, order);
        };
    }

    private RowResult take(GivenRow row, ImportOrder order) {
        Optional<Source> source = row.source().map(Source::named).orElse(Optional.of(order.source()));
        if (source.isEmpty()) {
            return RowResult.refused(row, "source", Reason.SOURCE_UNKNOWN.name());
        }
        if (!order.sources().contains(source.get())) {
            return RowResult.refused(row, "source", Reason.SOURCE_NOT_YOURS.name());
        }
        Optional<PartnerReference> reference = row.reference().flatMap(PartnerReference::read);
        if (row.reference().isPresent() && reference.isEmpty()) {
            return RowResult.refused(row, "reference", Reason.PARTNER_REFERENCE_MALFORMED.name());
        }
        Optional<Theme> theme = row.theme().flatMap(Theme::named);
        if (row.theme().isPresent() && theme.isEmpty()) {
            return RowResult.refused(row, "theme", Reason.THEME_UNKNOWN.name());
        }
        return received(row, order, reference, new Circumstances(source.get(), theme, false, false));
    }

    /** A fault with one row must not keep the others out. */
    private RowResult received(
            GivenRow row, ImportOrder order, Optional<PartnerReference> reference, Circumstances circumstances) {
        try {
            return switch (receiveSubmission.receive(report(row, circumstances), key(row, order))) {
                case Outcome.Accepted accepted -> {
                    reference.ifPresent(r -> partnerReports.note(order.account(), r, accepted.submissionId()));
                    yield RowResult.accepted(row, accepted.receipt().reference().text());
                }
                case Outcome.Refused(List<Refusal> refusals) ->
                    RowResult.refused(
                            row,
                            field(refusals.getFirst()),
                            refusals.getFirst().reason().name());
                case Outcome.KeyUsed() -> RowResult.refused(row, "", "NOT_STORED");
            };
        } catch (RuntimeException e) {
            if (isOutage.test(e)) {
                throw e;
            }
            LOG.log(WARNING, "Row {0} of an import could not be stored ({1})", row.line(), e.getClass());
            return RowResult.refused(row, "", "NOT_STORED");
        }
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
