// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.Life;

class RestoredTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void a_mail_that_was_dealt_with_is_not_taken_again() {
        Life<TakenMail> taken = new Life<TakenMail>()
                .begins(TakenMail.taken(UUID.randomUUID(), List.of(UUID.randomUUID()), List.of(), NOW));
        assertThat(taken.state().isTaken()).isTrue();
        assertThat(taken.lost(TakenMail::restored)).isEmpty();
    }
}
