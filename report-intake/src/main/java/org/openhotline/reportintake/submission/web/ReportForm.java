// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.submission.Channel;
import org.openhotline.reportintake.submission.GivenReport;
import org.openhotline.reportintake.submission.GivenReport.GivenAddress;
import org.openhotline.reportintake.submission.IdempotencyKey;

/**
 * The first page, as filled in.
 *
 * @param kind of place; a web page unless the reporter chose another
 * @param addresses one on each line
 * @param app name of the app or messenger, for the kinds that have one
 * @param seenAt when a live stream was seen, in free words
 * @param key makes a second click the same report
 */
public record ReportForm(LocatorKind kind, String addresses, String app, String seenAt, String key) {

    static ReportForm empty(LocatorKind kind, IdempotencyKey key) {
        return new ReportForm(kind, "", "", "", key.text());
    }

    ReportForm with(IdempotencyKey other) {
        return new ReportForm(kind, addresses, app, seenAt, other.text());
    }

    /** Whether it says already where exactly it is. */
    boolean isLocated() {
        return kind == LocatorKind.LIVE_STREAM && !seenAt.isBlank();
    }

    GivenReport report(Locale language) {
        return new GivenReport(
                given(),
                Optional.empty(),
                isLocated() ? Optional.of(seenAt) : Optional.empty(),
                Optional.empty(),
                Consent.NONE,
                Optional.of(language.toLanguageTag()),
                Channel.FORM,
                Circumstances.PUBLIC);
    }

    /** Words about a place are one place, however many lines they take; all else is one place in each line. */
    private List<GivenAddress> given() {
        if (kind == LocatorKind.OTHER) {
            String words = String.join(" ", addresses.strip().lines().toList());
            return words.isEmpty() ? List.of() : List.of(new GivenAddress(words, Optional.of(kind.wireName())));
        }
        return addresses
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> new GivenAddress(withApp(line.strip()), named()))
                .toList();
    }

    /** A web page is recognised as what it is, an onion address among them. */
    private Optional<String> named() {
        return kind == LocatorKind.WEB ? Optional.empty() : Optional.of(kind.wireName());
    }

    /** A link says by itself which app it leads to. */
    private String withApp(String line) {
        boolean hasApp = kind == LocatorKind.APP_ACCOUNT || kind == LocatorKind.MESSENGER_GROUP;
        return hasApp && !app.isBlank() && !line.contains("://") ? app.strip() + ":" + line : line;
    }

    /** Never what was typed, so that no log line can hold it. */
    @Override
    public String toString() {
        return "ReportForm[…]";
    }
}
