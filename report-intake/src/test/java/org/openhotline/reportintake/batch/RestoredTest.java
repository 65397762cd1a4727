// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.chassis.test.Life;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.report.Source;
import org.openhotline.reportintake.submission.IdempotencyKey;

class RestoredTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void an_import_is_known_again_and_nobody_reads_it() {
        ImportOrder order = new ImportOrder(
                "partner-1",
                Source.PARTNER,
                Set.of(Source.PARTNER),
                Format.CSV,
                new IdempotencyKey("12345678-made-up-key"));
        Life<Import> life = new Life<Import>().begins(Import.started(UUID.randomUUID(), order, NOW));
        assertThat(life.lost(Import::restored)).containsExactly("busyUntil");
        life.does(list -> Decision.of(list.after(List.of(), NOW))).does(list -> list.finished("print", NOW));
        assertThat(life.state().isFinished()).isTrue();
        assertThat(life.restored(Import::restored).isFinished()).isTrue();
        assertThat(life.lost(Import::restored)).containsExactly("fingerprint");
    }
}
