// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.Life;
import org.openhotline.contracts.sealing.Sealed;

class RestoredTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final UUID id = UUID.randomUUID();

    @Test
    void a_legal_hold_is_the_same_placed_and_lifted() {
        Life<LegalHold> life = new Life<LegalHold>()
                .begins(LegalHold.place(Optional.empty(), id, "liaison-1", new Sealed("why"), NOW));
        assertThat(life.lost(LegalHold::restored)).isEmpty();
        life.does(hold -> LegalHold.lift(Optional.of(hold), id, "liaison-2", new Sealed("over"), NOW.plusSeconds(9)));
        assertThat(life.state().held()).isFalse();
        assertThat(life.lost(LegalHold::restored)).isEmpty();
    }

    @Test
    void a_certificate_of_a_purge_is_the_same() {
        List<UUID> batch = List.of(UUID.randomUUID(), UUID.randomUUID());
        Life<Purge> life = new Life<Purge>()
                .begins(Purge.begun(id, "contacts", NOW).with(batch))
                .does(purge -> purge.without(batch, 2))
                .does(purge -> purge.complete(1, NOW.plusSeconds(9)));
        assertThat(life.state().completed()).isTrue();
        assertThat(life.lost(Purge::restored)).isEmpty();
    }
}
