// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openhotline.needs.figures.ClockReading;
import org.openhotline.needs.figures.Count;
import org.openhotline.needs.figures.Figures;

/**
 * The figures for programs.
 *
 * @param from first day of the period, UTC
 * @param to last day of the period, UTC
 * @param asOf up to when the items of the period have been followed
 * @param suppressed whether small numbers are hidden; they are not yet, so this is not for publication
 */
record FiguresJson(
        LocalDate from,
        LocalDate to,
        Instant asOf,
        String note,
        boolean suppressed,
        List<CountJson> counts,
        List<ClockJson> clocks) {

    /** Printed with every export. */
    static final String NOTE = "Counts show how much was reported and what became of it. They do not show how much such"
            + " material exists, how many children are affected, or how many cases there are, and they change after"
            + " publication as items are decided again.";

    /** @param of id of the count that this one is a part of */
    record CountJson(String id, String name, String unit, String rule, Optional<String> of, long value) {
        static CountJson of(Count count) {
            return new CountJson(count.id(), count.name(), count.unit(), count.rule(), count.base(), count.value());
        }
    }

    /**
     * @param median in the unit; null where too many items are open to say
     * @param over items whose clock has stopped
     */
    record ClockJson(
            String id,
            String name,
            String unit,
            String rule,
            Optional<Long> median,
            Optional<Long> p90,
            long over,
            long open,
            long leftOut) {
        static ClockJson of(ClockReading clock) {
            return new ClockJson(
                    clock.id(),
                    clock.name(),
                    "seconds",
                    clock.rule(),
                    clock.median().map(Duration::toSeconds),
                    clock.p90().map(Duration::toSeconds),
                    clock.over(),
                    clock.open(),
                    clock.leftOut());
        }
    }

    static FiguresJson of(Figures figures) {
        return new FiguresJson(
                figures.period().from(),
                figures.period().to(),
                figures.asOf(),
                NOTE,
                false,
                figures.funnel().stream().map(CountJson::of).toList(),
                figures.clocks().stream().map(ClockJson::of).toList());
    }
}
