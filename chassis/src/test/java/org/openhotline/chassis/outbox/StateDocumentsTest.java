// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StateDocumentsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
    private static final UUID ID = UUID.fromString("0198c2a0-0000-7000-8000-0000deadbeef");

    enum Colour {
        RED
    }

    record Inner(Instant at, Optional<Instant> until) {}

    record State(
            UUID id,
            Colour colour,
            Instant at,
            Duration lease,
            Optional<Inner> inner,
            Optional<String> none,
            List<Inner> list,
            Map<String, Instant> byName,
            Optional<Long> number) {}

    private static final State STATE = new State(
            ID,
            Colour.RED,
            NOON,
            Duration.ofMinutes(30),
            Optional.of(new Inner(NOON, Optional.of(NOON.plusSeconds(1)))),
            Optional.empty(),
            List.of(new Inner(NOON, Optional.empty())),
            Map.of("first", NOON),
            Optional.of(64496L));

    @Test
    void a_state_is_read_as_it_was_written() {
        assertThat(StateDocuments.read(StateDocuments.write(STATE), State.class))
                .isEqualTo(STATE);
    }

    @Test
    void a_document_has_dates_that_sort_names_as_text_and_nothing_for_what_is_empty() {
        Document document = StateDocuments.write(STATE);

        assertThat(document.get("at")).isEqualTo(Date.from(NOON));
        assertThat(document.get("id")).isEqualTo(ID.toString());
        assertThat(document.get("colour")).isEqualTo("RED");
        assertThat(document.get("lease")).isEqualTo("PT30M");
        assertThat(document).doesNotContainKey("none");
        assertThat(((Map<?, ?>) document.get("inner")).get("until")).isEqualTo(Date.from(NOON.plusSeconds(1)));
    }
}
