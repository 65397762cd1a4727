// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.web;

import java.time.Duration;

/** Durations for people, in at most two units: {@code under 1 s}, {@code 40 s}, {@code 12 min}, {@code 5 h 20 min}, {@code 3 d 4 h}. */
final class DurationWords {
    private DurationWords() {}

    static String of(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return "under 1 s";
        } else if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + " s";
        } else if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return duration.toMinutes() + " min";
        } else if (duration.compareTo(Duration.ofDays(1)) < 0) {
            return two(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        return two(duration.toDays(), "d", duration.toHoursPart(), "h");
    }

    private static String two(long large, String largeUnit, int small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
