// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.EventFixture;
import org.openhotline.audit.entry.InMemoryEntries;
import org.openhotline.audit.entry.RecordEvent;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.LogEvent;
import org.openhotline.contracts.event.LogEvent.AuditGapDetected;
import org.openhotline.contracts.event.LogEvent.CheckpointPublished;

class KeepTheLogTest {
    private static final LogIdentity IDENTITY = LogIdentity.ofDomain("hotline.example");
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final InMemoryEntries entries = new InMemoryEntries();
    private final RecordEvent record = new RecordEvent(entries, new SecureRandom());
    private final InMemoryAggregates<LogState> states = new InMemoryAggregates<>();
    private Instant now = EventFixture.AT;
    private boolean lease = true;

    @Test
    void a_moved_checkpoint_is_published_at_most_once_in_a_while() throws Exception {
        try (KeepTheLog keep = keep()) {
            arrive(1);
            keep.step();
            arrive(2);
            keep.step();
            assertThat(states.events())
                    .containsExactly(
                            new CheckpointPublished(IDENTITY.id(), IDENTITY.origin(), 1, root(1), EventFixture.AT));

            now = now.plus(PAUSE);
            keep.step();
            keep.step();
            assertThat(states.events())
                    .hasSize(2)
                    .last()
                    .isEqualTo(new CheckpointPublished(IDENTITY.id(), IDENTITY.origin(), 2, root(2), now));
        }
    }

    @Test
    void the_log_holds_its_own_news_but_does_not_talk_about_it_for_ever() throws Exception {
        try (KeepTheLog keep = keep()) {
            arrive(1);
            int carried = 0;
            for (int turn = 0; turn < 10; turn++) {
                keep.step();
                now = now.plus(PAUSE);
                carried = carryOwnEvents(carried);
            }
            assertThat(states.events()).hasSize(1);
            assertThat(verify(folder)).startsWith("OK: 2 entries");

            arrive(2);
            keep.step();
            assertThat(states.events()).hasSize(2);
        }
    }

    @Test
    void a_gap_is_told_once() {
        TellOfTheLog tell = tell();
        tell.gap("removal:x", 3, 5);
        tell.gap("removal:x", 3, 6);
        tell.gap("removal:x", 8, 9);

        assertThat(states.events())
                .extracting(e -> ((AuditGapDetected) e).expected())
                .containsExactly(3L, 8L);
    }

    @Test
    void without_the_lease_nothing_is_appended_and_the_folder_is_free() throws Exception {
        try (KeepTheLog keep = keep()) {
            arrive(1);
            keep.step();
            lease = false;
            arrive(2);
            assertThat(keep.step()).isZero();
            LogWriter.open(folder, KEY).close();
            lease = true;
            assertThat(keep.step()).isEqualTo(1);
        }
    }

    @Test
    void after_trouble_with_a_file_the_next_step_begins_anew() throws Exception {
        try (KeepTheLog keep = keep()) {
            arrive(1);
            keep.step();
            // A folder where the bundle should be written.
            Path inTheWay = Files.createDirectories(folder.resolve("tile/entries/000.p/2/x"));
            arrive(2);
            assertThatExceptionOfType(Exception.class).isThrownBy(keep::step);
            assertThat(keep.damage()).isEmpty();
            Files.delete(inTheWay);
            Files.delete(inTheWay.getParent());
            assertThat(keep.step()).isEqualTo(1);
            assertThat(verify(folder)).startsWith("OK: 2");
        }
    }

    @Test
    void a_damaged_log_stays_closed_and_events_still_arrive() throws Exception {
        try (KeepTheLog keep = keep()) {
            arrive(1);
            keep.step();
        }
        Files.write(folder.resolve("tile/0/000.p/1"), new byte[32]);
        try (KeepTheLog keep = keep()) {
            assertThatExceptionOfType(LogDamaged.class).isThrownBy(keep::step);
            arrive(2);
            assertThat(keep.step()).isZero();
            assertThat(keep.damage()).isPresent();
            assertThat(entries.waiting(10)).hasSize(1);
        }
    }

    private KeepTheLog keep() {
        return new KeepTheLog(folder, KEY, entries, () -> lease, tell(), 64);
    }

    private TellOfTheLog tell() {
        return new TellOfTheLog(IDENTITY, states, new Log(folder, KEY.verifier()), () -> now, PAUSE);
    }

    private void arrive(int number) {
        record.record(EventFixture.event(number, 1), EventFixture.json(number));
    }

    /** As the broker would, in order. */
    private int carryOwnEvents(int from) {
        List<LogEvent> own = states.events().stream().map(LogEvent.class::cast).toList();
        for (int i = from; i < own.size(); i++) {
            record.record(
                    new Received<>(
                            own.get(i),
                            new UUID(9, i),
                            AggregateType.LOG,
                            IDENTITY.id(),
                            i + 1L,
                            own.get(i).at()),
                    "{}");
        }
        return own.size();
    }

    private String root(long size) throws Exception {
        Log log = new Log(folder, KEY.verifier());
        return log.root(size, log.head().orElseThrow()).base64();
    }
}
