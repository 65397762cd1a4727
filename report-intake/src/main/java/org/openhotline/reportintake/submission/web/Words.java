// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhotline.locating.url.Locators;
import org.openhotline.reportintake.partner.PartnerReference;
import org.openhotline.reportintake.submission.CheckReport;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Refusals in words. */
@Component
public final class Words {
    private static final Pattern NUMBERED = Pattern.compile("addresses\\[(\\d+)].*");

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** What is wrong and what is allowed, without the field. */
    public String of(Refusal.Reason reason, Locale language) {
        return messages.getMessage("report-intake.refusal." + reason, limits(reason), language);
    }

    /** The same for a page, where the addresses of one text field are told apart by their number, from 1. */
    String onPage(Refusal refusal, Locale language) {
        String words = of(refusal.reason(), language);
        Matcher numbered = NUMBERED.matcher(refusal.field());
        if (!numbered.matches()) {
            return words;
        }
        int number = Integer.parseInt(numbered.group(1)) + 1;
        return messages.getMessage("report-intake.refusal.at-address", new Object[] {number, words}, language);
    }

    private static Object[] limits(Refusal.Reason reason) {
        return switch (reason) {
            case ADDRESSES_TOO_MANY -> new Object[] {CheckReport.MOST_ADDRESSES};
            case ADDRESS_TOO_LONG -> new Object[] {Locators.MAX_LENGTH};
            case NOTE_TOO_LONG -> new Object[] {CheckReport.LONGEST_NOTE};
            case REFERRER_TOO_LONG -> new Object[] {CheckReport.LONGEST_REFERRER};
            case CONTACT_TOO_LONG -> new Object[] {CheckReport.LONGEST_CONTACT};
            case PARTNER_REFERENCE_MALFORMED -> new Object[] {PartnerReference.LONGEST};
            case KEY_MISSING, KEY_MALFORMED -> new Object[] {IdempotencyKey.SHORTEST, IdempotencyKey.LONGEST};
            case ADDRESSES_MISSING,
                    ADDRESS_MISSING,
                    ADDRESS_CONTROL_CHARACTERS,
                    ADDRESS_NOT_RECOGNISED,
                    KIND_UNKNOWN,
                    KIND_DIFFERS,
                    NOTE_CONTROL_CHARACTERS,
                    REFERRER_CONTROL_CHARACTERS,
                    THEME_UNKNOWN,
                    CONTACT_CONTROL_CHARACTERS,
                    CONTACT_MISSING,
                    CONTACT_WITHOUT_USE,
                    NOT_AN_ONION,
                    NOT_AN_ACCOUNT,
                    NOT_A_GROUP,
                    NOT_AN_EMAIL,
                    NOT_A_PHONE,
                    NOT_A_HASH,
                    NOT_A_STREAM,
                    NOT_A_PLACE,
                    LANGUAGE_UNKNOWN,
                    NOT_AN_OBJECT,
                    NOT_A_LIST,
                    NOT_A_TEXT,
                    NOT_A_YES_OR_NO,
                    FIELD_UNKNOWN,
                    SOURCE_UNKNOWN,
                    SOURCE_NOT_YOURS -> new Object[0];
        };
    }
}
