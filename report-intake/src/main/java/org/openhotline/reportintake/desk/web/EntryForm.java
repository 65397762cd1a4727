// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.desk.web;

import java.util.List;
import java.util.Optional;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.report.Source;
import org.openhotline.contracts.report.Theme;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.submission.Channel;
import org.openhotline.reportintake.submission.GivenReport;
import org.openhotline.reportintake.submission.GivenReport.GivenAddress;
import org.openhotline.reportintake.submission.IdempotencyKey;

/**
 * What an analyst typed while somebody was on the phone.
 *
 * @param addresses one on each line
 * @param feedback whether the caller may be reached there; @param police whether police may be told who called
 * @param key makes a second click the same report
 */
public record EntryForm(
        String addresses,
        String referrer,
        String note,
        String contact,
        boolean feedback,
        boolean police,
        String source,
        String theme,
        boolean danger,
        boolean self,
        String key) {

    static EntryForm empty(IdempotencyKey key) {
        return new EntryForm("", "", "", "", false, false, Source.PUBLIC.wireName(), "", false, false, key.text());
    }

    EntryForm with(IdempotencyKey other) {
        return new EntryForm(
                addresses, referrer, note, contact, feedback, police, source, theme, danger, self, other.text());
    }

    GivenReport report(Source from) {
        return new GivenReport(
                addresses
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> new GivenAddress(line, Optional.empty()))
                        .toList(),
                Optional.of(note),
                Optional.of(referrer),
                Optional.of(contact),
                new Consent(feedback, police),
                Optional.empty(),
                Channel.DESK,
                new Circumstances(from, Theme.named(theme), danger, self));
    }

    /** The kinds of senders that can be chosen. */
    public static List<String> sources() {
        return List.of(
                Source.PUBLIC.wireName(),
                Source.POLICE.wireName(),
                Source.HELPLINE.wireName(),
                Source.PARTNER.wireName(),
                Source.STAFF.wireName());
    }

    /** Never what was typed, so that no log line can hold it. */
    @Override
    public String toString() {
        return "EntryForm[…]";
    }
}
