// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.reportintake.submission.Channel;
import org.openhotline.reportintake.submission.GivenReport;
import org.openhotline.reportintake.submission.GivenReport.GivenAddress;
import org.openhotline.reportintake.submission.IdempotencyKey;

/**
 * The answers in the public form, as typed.
 *
 * @param addresses one on each line
 * @param key makes a second click the same report
 */
public record ReportForm(String addresses, String note, String contact, String key) {

    static ReportForm empty(IdempotencyKey key) {
        return new ReportForm("", "", "", key.text());
    }

    ReportForm with(IdempotencyKey other) {
        return new ReportForm(addresses, note, contact, other.text());
    }

    GivenReport report(Locale language) {
        List<GivenAddress> given = addresses
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> new GivenAddress(line, Optional.empty()))
                .toList();
        return new GivenReport(
                given,
                Optional.of(note),
                Optional.empty(),
                Optional.of(contact),
                Optional.of(language.toLanguageTag()),
                Channel.FORM,
                Circumstances.PUBLIC);
    }

    /** Never what was typed, so that no log line can hold it. */
    @Override
    public String toString() {
        return "ReportForm[…]";
    }
}
