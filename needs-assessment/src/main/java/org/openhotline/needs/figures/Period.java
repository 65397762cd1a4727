// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.openhotline.contracts.InvalidInput;

/** Whole days in UTC, both included. */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (to.isBefore(from)) {
            throw new InvalidInput("to", "The last day lies before the first.", "a day on or after the first");
        }
    }

    /** From 1 January to the day of {@code now}. */
    public static Period yearToDate(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Period(today.withDayOfYear(1), today);
    }

    public Instant start() {
        return from.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The first moment after the period. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    public boolean holds(Instant moment) {
        return !moment.isBefore(start()) && moment.isBefore(end());
    }
}
