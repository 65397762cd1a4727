// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.web;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openhotline.chassis.web.Times;
import org.openhotline.needs.figures.ClockReading;
import org.openhotline.needs.figures.Count;
import org.openhotline.needs.figures.Figures;

/**
 * The figures as the page shows them.
 *
 * @param headline the five steps of the funnel
 */
record FiguresView(String period, String asOf, List<CountRow> headline, List<CountRow> funnel, List<ClockRow> clocks) {

    /** @param share of which other count this one is how much; empty where it is the first */
    record CountRow(String name, String value, String unit, String share, String rule) {}

    record ClockRow(
            String id, String name, String median, String p90, String over, String open, String leftOut, String rule) {}

    private static final List<String> STEPS =
            List.of("items-received", "items-assessed", "items-illegal", "items-notified", "items-removed");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    static FiguresView of(Figures figures) {
        Map<String, Count> byId = figures.funnel().stream().collect(Collectors.toMap(Count::id, Function.identity()));
        return new FiguresView(
                DAY.format(figures.period().from()) + " to "
                        + DAY.format(figures.period().to()),
                Times.minute(figures.asOf()),
                STEPS.stream()
                        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                        .map(c -> row(c, byId))
                        .toList(),
                figures.funnel().stream().map(c -> row(c, byId)).toList(),
                figures.clocks().stream().map(FiguresView::row).toList());
    }

    private static CountRow row(Count count, Map<String, Count> byId) {
        Optional<Count> base = count.base().flatMap(id -> Optional.ofNullable(byId.get(id)));
        return new CountRow(
                count.name(),
                number(count.value()),
                count.unit(),
                base.map(b -> share(count.value(), b)).orElse(""),
                count.rule());
    }

    private static String share(long part, Count base) {
        String of = base.name().replaceFirst("^of these, ", "").toLowerCase(Locale.ENGLISH);
        return base.value() == 0 ? "–" : Math.round(100.0 * part / base.value()) + " % of " + of;
    }

    private static ClockRow row(ClockReading clock) {
        return new ClockRow(
                clock.id(),
                clock.name(),
                words(clock.median(), clock),
                words(clock.p90(), clock),
                number(clock.over()),
                number(clock.open()),
                number(clock.leftOut()),
                clock.rule());
    }

    private static String words(Optional<Duration> time, ClockReading clock) {
        return time.map(DurationWords::of).orElse(clock.over() + clock.open() == 0 ? "–" : "too many open");
    }

    private static String number(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }
}
