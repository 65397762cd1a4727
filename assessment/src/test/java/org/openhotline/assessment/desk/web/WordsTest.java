// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, less than a minute",
        "PT59S, less than a minute",
        "PT1M, 1 minute",
        "PT59M59S, 59 minutes",
        "PT1H, 1 hour",
        "PT47H59M, 47 hours",
        "PT48H, 2 days",
        "PT-5S, less than a minute"
    })
    void a_time_is_said_in_its_largest_unit(Duration time, String words) {
        assertThat(Words.duration(time)).isEqualTo(words);
    }

    @Test
    void an_item_is_called_by_the_digits_that_differ() {
        assertThat(Words.item(UUID.fromString("0198c2a0-0000-7000-8000-0000deadbeef")))
                .isEqualTo("Item deadbeef");
    }

    @Test
    void a_country_without_a_name_is_its_code() {
        assertThat(Words.country("XX")).isEqualTo("XX");
        assertThat(Words.country("KE")).isEqualTo("Kenya (KE)");
    }
}
