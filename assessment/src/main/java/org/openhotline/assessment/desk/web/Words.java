// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.openhotline.assessment.item.ItemState;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.item.Verdict;

/** Codes, times and numbers as an analyst reads them. */
final class Words {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Words() {}

    /** The last eight digits: the first ones of a time-ordered id are alike for all of a day. */
    static String item(UUID id) {
        return "Item " + id.toString().substring(28);
    }

    static String kind(LocatorKind kind) {
        return switch (kind) {
            case WEB -> "Web address";
            case ONION -> "Onion service";
            case APP_ACCOUNT -> "Account in an app";
            case MESSENGER_GROUP -> "Messenger group";
            case EMAIL -> "E-mail address";
            case PHONE -> "Phone number";
            case P2P_HASH -> "File-sharing hash";
            case LIVE_STREAM -> "Live stream";
            case OTHER -> "Other";
        };
    }

    static String reports(int count) {
        return count == 1 ? "Reported once" : "Reported " + count + " times";
    }

    static String state(ItemState state) {
        return switch (state) {
            case TRACING -> "Being traced";
            case QUEUED -> "Waiting";
            case CLAIMED -> "Being assessed";
            case AWAITING_REVIEW -> "Waiting for a second decision";
            case IN_REVIEW -> "Second decision under way";
            case AWAITING_SENIOR -> "Waiting for a senior analyst";
            case WITH_SENIOR -> "With a senior analyst";
            case CONFIRMED_ILLEGAL -> "Confirmed illegal";
            case NOT_ILLEGAL -> "Not illegal";
            case NOT_ACCESSIBLE -> "Not accessible";
        };
    }

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case ILLEGAL -> "Illegal";
            case NOT_ILLEGAL -> "Not illegal";
            case NOT_ACCESSIBLE -> "Not accessible";
        };
    }

    static String trace(TraceOutcome outcome) {
        return switch (outcome) {
            case TRACED -> "Host found, with somebody to write to";
            case NO_CONTACT -> "Network found, but nobody to write to";
            case NOT_TRACEABLE -> "Cannot be traced: an onion service hides its host";
            case DNS_GONE -> "The name does not exist any more";
            case FAILED -> "Tracing failed";
        };
    }

    static String country(String code) {
        String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return name.equals(code) ? code : name + " (" + code + ")";
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** Rounded down to the largest unit. */
    static String duration(Duration time) {
        if (time.toDays() >= 2) {
            return count(time.toDays(), "day");
        }
        if (time.toHours() >= 1) {
            return count(time.toHours(), "hour");
        }
        return time.toMinutes() < 1 ? "less than a minute" : count(time.toMinutes(), "minute");
    }

    private static String count(long n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s");
    }
}
