// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the pages of the staff write a time: in UTC, and saying so. */
public final class Times {
    private static final DateTimeFormatter MINUTE = pattern("d MMM uuuu, HH:mm 'UTC'");
    private static final DateTimeFormatter SECOND = pattern("d MMM uuuu, HH:mm:ss 'UTC'");

    private Times() {}

    /** Such as {@code 24 Nov 2026, 10:15 UTC}. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** Such as {@code 24 Nov 2026, 10:15:30 UTC}. */
    public static String second(Instant at) {
        return SECOND.format(at);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
