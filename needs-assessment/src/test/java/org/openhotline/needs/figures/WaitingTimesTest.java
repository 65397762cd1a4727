// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingTimesTest {
    private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");
    private final List<Wait> waits = new ArrayList<>();

    @Test
    void with_nothing_open_the_quantiles_are_the_nearest_ranks() {
        IntStream.rangeClosed(1, 10).forEach(this::over);
        assertThat(quantile(0.5)).contains(Duration.ofHours(5));
        assertThat(quantile(0.9)).contains(Duration.ofHours(9));
        assertThat(quantile(1)).contains(Duration.ofHours(10));
    }

    @Test
    void every_size_gives_the_nearest_rank_in_spite_of_rounding() {
        for (int n = 1; n <= 300; n++) {
            over(n);
            assertThat(quantile(0.5)).contains(Duration.ofHours((n + 1) / 2));
            assertThat(quantile(0.9)).contains(Duration.ofHours((9 * n + 9) / 10));
        }
    }

    /** The worked example of Kaplan and Meier's estimate in every textbook: 6-MP arm of Freireich et al. 1963, median 23. */
    @Test
    void open_waits_count_as_lasting_at_least_until_now() {
        List.of(6, 6, 6, 7, 10, 13, 16, 22, 23).forEach(this::over);
        List.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35).forEach(this::open);
        assertThat(quantile(0.5)).contains(Duration.ofHours(23));
        assertThat(quantile(0.25)).contains(Duration.ofHours(13));
        assertThat(quantile(0.9)).isEmpty();
    }

    @Test
    void where_more_than_the_rest_is_open_there_is_no_quantile_yet() {
        over(1);
        open(2);
        open(3);
        assertThat(quantile(0.5)).isEmpty();
        assertThat(new WaitingTimes(waits, NOW).open()).isEqualTo(2);
        assertThat(new WaitingTimes(waits, NOW).over()).isEqualTo(1);
    }

    @Test
    void a_wait_that_ends_when_another_is_still_open_after_the_same_time_comes_first() {
        open(4);
        over(4);
        assertThat(quantile(0.5)).contains(Duration.ofHours(4));
    }

    @Test
    void no_waits_give_no_times() {
        assertThat(quantile(0.5)).isEmpty();
    }

    private void over(int hours) {
        waits.add(new Wait(NOW.minus(Duration.ofHours(1000)), Optional.of(NOW.minus(Duration.ofHours(1000 - hours)))));
    }

    private void open(int hours) {
        waits.add(new Wait(NOW.minus(Duration.ofHours(hours)), Optional.empty()));
    }

    private Optional<Duration> quantile(double q) {
        return new WaitingTimes(waits, NOW).quantile(q);
    }
}
