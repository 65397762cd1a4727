// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.needs.figures.Period;

/** Reads {@code from} and {@code to}; what is left out is taken from the year to date. */
final class PeriodParameters {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private PeriodParameters() {}

    static Period read(Optional<String> from, Optional<String> to, Instant now) {
        Period thisYear = Period.yearToDate(now);
        LocalDate last = day("to", to).orElse(thisYear.to());
        return new Period(day("from", from).orElse(last.withDayOfYear(1)), last);
    }

    private static Optional<LocalDate> day(String field, Optional<String> text) {
        return text.filter(t -> !t.isBlank()).map(t -> parse(field, t));
    }

    private static LocalDate parse(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // answered below, as a year out of range is
        }
        throw new InvalidInput(field, "This is not a day.", "a day such as 2026-03-31, from the year 2000 on");
    }
}
