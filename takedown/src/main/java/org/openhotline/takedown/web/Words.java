// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.openhotline.chassis.web.Times;

/** Times and ids as people read them. */
public final class Words {
    private static final int SHORT_ID = 8;

    private Words() {}

    public static String time(Instant at) {
        return Times.minute(at);
    }

    /** The two largest units, for example {@code 2 d 4 h}; less than a minute is {@code under 1 min}. */
    public static String span(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : "under 1 min";
    }

    /** How long ago {@code then} was. */
    public static String since(Instant then, Instant now) {
        return span(Duration.between(then, now));
    }

    /** How long it is until {@code then}, or that it is over. */
    public static String until(Instant then, Instant now) {
        return now.isBefore(then)
                ? "in " + span(Duration.between(now, then))
                : "over for " + span(Duration.between(then, now));
    }

    /** The random end of an id: enough to tell items apart on a page. */
    public static String shortId(UUID id) {
        String text = id.toString();
        return text.substring(text.length() - SHORT_ID);
    }

    /** A constant or code in words. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
