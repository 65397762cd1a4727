// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, under 1 min",
        "PT59S, under 1 min",
        "PT1M, 1 min",
        "PT59M59S, 59 min",
        "PT1H, 1 h 0 min",
        "PT26H30M, 1 d 2 h",
        "P40D, 40 d 0 h"
    })
    void a_span_is_written_in_its_two_largest_units(Duration time, String words) {
        assertThat(Words.span(time)).isEqualTo(words);
    }

    @Test
    void what_is_to_come_and_what_is_over_read_differently() {
        assertThat(Words.until(NOW.plusSeconds(120), NOW)).isEqualTo("in 2 min");
        assertThat(Words.until(NOW.minusSeconds(120), NOW)).isEqualTo("over for 2 min");
    }

    @Test
    void times_are_in_utc_and_ids_end_in_their_random_part() {
        assertThat(Words.time(NOW)).isEqualTo("24 Nov 2026, 02:00 UTC");
        assertThat(Words.shortId(UUID.fromString("01990000-0000-7000-8000-0000deadbeef")))
                .isEqualTo("deadbeef");
    }
}
