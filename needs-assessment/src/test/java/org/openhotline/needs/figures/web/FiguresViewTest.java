// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.needs.figures.ClockReading;
import org.openhotline.needs.figures.Count;
import org.openhotline.needs.figures.Figures;
import org.openhotline.needs.figures.Period;

class FiguresViewTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");
    private static final Period PERIOD = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));

    @ParameterizedTest
    @CsvSource({
        "PT0S, under 1 s",
        "PT0.999S, under 1 s",
        "PT1S, 1 s",
        "PT59.9S, 59 s",
        "PT1M, 1 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h",
        "PT5H20M, 5 h 20 min",
        "P1D, 1 d",
        "P3DT4H59M, 3 d 4 h"
    })
    void a_duration_reads_in_at_most_two_units(Duration duration, String words) {
        assertThat(DurationWords.of(duration)).isEqualTo(words);
    }

    @Test
    void a_share_says_of_what_it_is_and_nothing_of_nothing_is_no_share() {
        FiguresView view = view(
                count("all", "Items received", Optional.empty(), 1234),
                count("some", "Items assessed", Optional.of("all"), 617));
        assertThat(view.funnel()).extracting(FiguresView.CountRow::value).containsExactly("1,234", "617");
        assertThat(view.funnel()).extracting(FiguresView.CountRow::share).containsExactly("", "50 % of items received");
        assertThat(view(
                                count("all", "Items received", Optional.empty(), 0),
                                count("some", "Items assessed", Optional.of("all"), 0))
                        .funnel()
                        .getLast()
                        .share())
                .isEqualTo("–");
    }

    @Test
    void the_period_and_the_moment_are_written_out() {
        assertThat(view().period()).isEqualTo("1 January 2026 to 31 March 2026");
        assertThat(view().asOf()).isEqualTo("6 May 2026, 07:08 UTC");
    }

    @Test
    void a_clock_that_cannot_say_says_why() {
        ClockReading open = new ClockReading("T1", "n", "r", Optional.empty(), Optional.empty(), 1, 3, 0);
        ClockReading none = new ClockReading("T2", "n", "r", Optional.empty(), Optional.empty(), 0, 0, 0);
        FiguresView view = FiguresView.of(new Figures(PERIOD, NOW, List.of(), List.of(open, none)));
        assertThat(view.clocks()).extracting(FiguresView.ClockRow::median).containsExactly("too many open", "–");
    }

    @Test
    void without_days_the_period_is_the_year_to_date() {
        assertThat(period("", "")).isEqualTo(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 6)));
        assertThat(period("2026-02-03", "")).isEqualTo(new Period(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 5, 6)));
        assertThat(period("", "2025-06-30")).isEqualTo(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2026-02-30", "31/03/2026", "0001-01-01", "+999999999-12-31", "2026-01-01T00:00"})
    void what_is_no_day_is_refused_by_name(String text) {
        assertThatThrownBy(() -> period(text, ""))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.field()).isEqualTo("from"))
                .hasMessageNotContaining(text);
    }

    private static Period period(String from, String to) {
        return PeriodParameters.read(Optional.of(from), Optional.of(to), NOW);
    }

    private static FiguresView view(Count... counts) {
        return FiguresView.of(new Figures(PERIOD, NOW, List.of(counts), List.of()));
    }

    private static Count count(String id, String name, Optional<String> base, long value) {
        return new Count(id, name, "items", "rule.", base, value);
    }
}
