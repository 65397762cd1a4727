// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openhotline.contracts.event.WireNames;

class EventWordsTest {
    @Test
    void every_event_has_words_of_its_own() {
        assertThat(EventWords.types().values())
                .containsExactlyInAnyOrderElementsOf(WireNames.all().values());
        WireNames.all()
                .values()
                .forEach(type ->
                        assertThat(EventWords.of(type)).isNotEqualTo(type).isNotBlank());
    }

    @Test
    void a_type_that_this_version_does_not_know_is_spelled_out() {
        assertThat(EventWords.of("openhotline.removal.from-later.v9")).isEqualTo("openhotline.removal.from-later.v9");
    }
}
