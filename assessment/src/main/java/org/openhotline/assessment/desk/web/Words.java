// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.openhotline.assessment.item.ItemState;
import org.openhotline.assessment.item.Urgency;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.item.Verdict;
import org.openhotline.contracts.report.DuplicateLevel;
import org.openhotline.contracts.report.Theme;

/** Codes, times and numbers as an analyst reads them. */
final class Words {
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
            case WITH_POLICE -> "With the police desk";
            case PASSED_ON -> "Passed on";
            case ASKED -> "Reporter asked for more";
            case INSUFFICIENT -> "Too little to act on";
        };
    }

    static String urgency(Urgency urgency) {
        return switch (urgency) {
            case DANGER -> "Child in danger";
            case SELF_REPORT -> "From a child";
            case POLICE -> "From the police";
            case PARTNER -> "From a partner";
            case PUBLIC -> "From the public";
            case SWEEP -> "From a sweep";
        };
    }

    static String theme(Theme theme) {
        return switch (theme) {
            case ABUSE_MATERIAL -> "Abuse material";
            case GROOMING -> "Grooming";
            case SEXUAL_EXTORTION -> "Sexual extortion";
            case TRAVEL -> "Exploitation in travel";
            case SYNTHETIC -> "Drawn or made by a machine";
            case ADULT -> "Adult content";
            case OTHER -> "Something else";
        };
    }

    static String level(DuplicateLevel level) {
        return switch (level) {
            case D0, D1 -> "The same address";
            case D2 -> "The same page with other parameters, or the same name in another spelling";
            case D3 -> "The same content";
            case D4 -> "The same folder of the same site";
        };
    }

    static String route(TriageRoute route) {
        return switch (route) {
            case POLICE -> "Refer to the police as intelligence";
            case PLATFORM -> "Report through the platform's own channel";
            case HELPLINE -> "Pass on to a helpline";
            case ASK_REPORTER -> "Ask the reporter for more";
            case INSUFFICIENT -> "Close: too little to act on";
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
            case NOT_TRACEABLE -> "Cannot be traced: there is no host to look up";
            case DNS_GONE -> "The name does not exist any more";
            case FAILED -> "Tracing failed";
        };
    }

    static String country(String code) {
        String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return name.equals(code) ? code : name + " (" + code + ")";
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
