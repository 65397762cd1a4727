// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.audit.entry.EventFixture.arrival;
import static org.openhotline.audit.entry.EventFixture.event;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.copy;
import static org.openhotline.audit.log.LogFixture.verify;
import static org.openhotline.audit.log.TestLog.IDENTITY;
import static org.openhotline.audit.log.TestLog.PAUSE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.entry.EventFixture;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.LogEvent.AuditGapDetected;
import org.openhotline.contracts.event.LogEvent.CheckpointPublished;

class KeepTheLogTest {
    @TempDir
    Path folder;

    private final TestLog.Outside outside = new TestLog.Outside();
    private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(folder, KEY, outside);
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Test
    void a_poll_is_one_batch_under_one_signature() throws Exception {
        assertThat(log.take(0, 300).appended()).isEqualTo(300);
        assertThat(outside.signed).hasSize(1);
        assertThat(verify(folder)).startsWith("OK: 300 entries of ");
        assertThat(log.take()).isEqualTo(new KeepTheLog.Taken(0, 0, 0, List.of()));
        assertThat(outside.signed).hasSize(1);
    }

    @Test
    void nothing_is_signed_before_the_log_has_been_compared_once() throws Exception {
        List<String> answers = new ArrayList<>(List.of("not now", "well"));
        log.close();
        log = new TestLog(folder, KEY, outside, outside, compared -> {
            if (answers.removeFirst().equals("not now")) {
                throw new IOException("the place outside cannot be asked");
            }
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> log.keep.beat());
        assertThat(folder.resolve("checkpoint")).doesNotExist();
        assertThat(log.keep.isOpen()).isFalse();

        assertThat(log.take(0, 1).appended()).isEqualTo(1);
        assertThat(log.keep.isOpen()).isTrue();
        log.keep.close();
        assertThat(log.take(1, 2).appended()).isEqualTo(1);
    }

    @Test
    void what_comes_again_is_left_out_in_the_same_poll_and_later() throws Exception {
        assertThat(log.take(event(1, 1), event(1, 2), event(1, 1), event(1, 2)))
                .isEqualTo(new KeepTheLog.Taken(2, 0, 2, List.of()));
        assertThat(log.take(event(1, 2), event(1, 1)).repeated()).isEqualTo(2);
        reopen();
        assertThat(log.take(event(1, 1), event(1, 3))).isEqualTo(new KeepTheLog.Taken(1, 0, 1, List.of()));
        assertThat(verify(folder)).startsWith("OK: 3 entries of ");
    }

    @Test
    void events_of_one_source_stand_in_their_order_however_they_come_in_a_poll() throws Exception {
        log.take(event(1, 2), event(2, 1), event(1, 3), event(1, 1), event(2, 2));

        assertThat(sequences(1)).containsExactly(1L, 2L, 3L);
        assertThat(sequences(2)).containsExactly(1L, 2L);
        assertThat(outside.states.events()).noneMatch(AuditGapDetected.class::isInstance);
        assertThat(outside.sources()).isEmpty();
    }

    @Test
    void what_follows_a_missing_event_is_parked_told_once_and_appended_when_the_hole_is_filled() throws Exception {
        log.take(event(1, 1), event(1, 3), event(2, 1));
        log.take(event(1, 5), event(1, 3));
        assertThat(sequences(1)).containsExactly(1L);
        assertThat(sequences(2)).containsExactly(1L);
        assertThat(gaps())
                .containsExactly(new AuditGapDetected(IDENTITY.id(), event(1, 1).source(), 2, 3, EventFixture.AT));

        reopen();
        assertThat(log.take(event(1, 2)).appended()).isEqualTo(2);
        assertThat(sequences(1)).containsExactly(1L, 2L, 3L);
        log.take(event(1, 4));
        assertThat(sequences(1)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(outside.sources()).isEmpty();
        assertThat(verify(folder)).startsWith("OK: 6 entries of ");
    }

    @Test
    void an_operator_lets_a_source_go_on_without_what_is_missing() throws Exception {
        log.take(event(1, 1), event(1, 3), event(1, 4), event(1, 6));
        assertThat(log.keep.letThrough(event(1, 1).source())).isEqualTo(2);
        assertThat(log.keep.letThrough(event(1, 1).source())).isEqualTo(1);
        assertThat(log.keep.letThrough(event(1, 1).source())).isZero();
        assertThat(log.take(event(1, 7)).appended()).isEqualTo(1);
        assertThat(log.take(event(1, 2)).misplaced()).as("too late").containsExactly(event(1, 2));

        assertThat(sequences(1)).containsExactly(1L, 3L, 4L, 6L, 7L);
        assertThat(outside.sources()).isEmpty();
    }

    @Test
    void another_event_in_a_place_that_is_taken_is_told_and_not_appended() throws Exception {
        Arrival other = new Arrival(
                UUID.randomUUID(),
                event(1, 1).type(),
                "takedown",
                AggregateType.REMOVAL,
                EventFixture.item(1),
                1,
                EventFixture.AT,
                "{}");
        assertThat(log.take(event(1, 1), other).misplaced()).containsExactly(other);
        assertThat(log.take(other).misplaced()).containsExactly(other);
        assertThat(sequences(1)).containsExactly(1L);
    }

    @Test
    void a_type_that_this_version_does_not_know_is_recorded_all_the_same() throws Exception {
        Arrival unknown = new Arrival(
                UUID.randomUUID(),
                "openhotline.removal.invented.v7",
                "takedown",
                AggregateType.REMOVAL,
                EventFixture.item(1),
                1,
                EventFixture.AT,
                "{\"some\":1}");
        log.take(unknown, event(1, 2));
        assertThat(sequences(1)).containsExactly(1L, 2L);
    }

    @Test
    void a_moved_checkpoint_is_published_at_most_once_in_a_while() throws Exception {
        log.take(event(1, 1));
        log.take(event(2, 1));
        assertThat(outside.states.events())
                .containsExactly(
                        new CheckpointPublished(IDENTITY.id(), IDENTITY.origin(), 1, root(1), EventFixture.AT));

        outside.now = outside.now.plus(PAUSE);
        log.keep.beat();
        log.keep.beat();
        assertThat(outside.states.events())
                .hasSize(2)
                .last()
                .isEqualTo(new CheckpointPublished(IDENTITY.id(), IDENTITY.origin(), 2, root(2), outside.now));
    }

    @Test
    void a_published_checkpoint_becomes_no_entry_and_a_gap_does_with_a_whole_sequence() throws Exception {
        log.take(event(1, 1), event(2, 4));
        outside.now = outside.now.plus(PAUSE);
        log.take(
                arrival("audit", IDENTITY.id(), 1, outside.states.events().get(1)),
                arrival("audit", IDENTITY.gaps(), 1, outside.states.events().getFirst()));
        assertThat(outside.states.events().get(1)).isInstanceOf(CheckpointPublished.class);

        assertThat(log.leaves())
                .extracting(Leaf::type)
                .containsExactly(event(1, 1).type(), "openhotline.log.gap-detected.v1");
        assertThat(verify(folder)).startsWith("OK: 2 entries of ");
        int told = outside.states.events().size();
        outside.now = outside.now.plus(PAUSE);
        log.take(arrival("audit", IDENTITY.id(), 2, outside.states.events().getLast()));
        log.keep.beat();
        assertThat(outside.states.events()).as("news about news").hasSize(told);
    }

    @Test
    void without_the_lease_nothing_is_appended_and_the_folder_is_free() throws Exception {
        log.take(event(1, 1));
        outside.lease = false;
        assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> log.take(event(2, 1)));
        assertThat(log.keep.beat()).isFalse();
        LogWriter.open(folder, KEY).close();
        outside.lease = true;
        assertThat(log.keep.beat()).isTrue();
        assertThat(log.take(event(2, 1)).appended()).isEqualTo(1);
        assertThat(verify(folder)).startsWith("OK: 2 entries");
    }

    @Test
    void a_second_instance_with_the_same_folder_refuses() throws Exception {
        log.take(event(1, 1));
        try (TestLog second = new TestLog(folder, KEY, outside)) {
            assertThatExceptionOfType(LogInUse.class).isThrownBy(() -> second.take(event(2, 1)));
            assertThat(second.keep.damage()).isEmpty();
        }
    }

    @Test
    void after_trouble_with_a_file_the_next_poll_begins_anew() throws Exception {
        log.take(event(1, 1));
        // A folder where the bundle should be written.
        Path inTheWay = Files.createDirectories(folder.resolve("tile/entries/000.p/2/x"));
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> log.take(event(2, 1)));
        assertThat(log.keep.damage()).isEmpty();
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        assertThat(log.take(event(2, 1)).appended()).isEqualTo(1);
        assertThat(verify(folder)).startsWith("OK: 2");
    }

    @Test
    void a_damaged_log_stays_closed_and_can_be_read() throws Exception {
        log.take(event(1, 1));
        log.keep.close();
        Files.write(folder.resolve("tile/0/000.p/1"), new byte[32]);
        assertThatExceptionOfType(LogDamaged.class).isThrownBy(() -> log.keep.beat());
        assertThat(log.keep.beat()).isFalse();
        assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> log.take(event(2, 1)));
        assertThat(log.keep.damage()).isPresent();
        assertThat(log.entries().find(event(1, 1).eventId())).isPresent();
    }

    @Test
    void an_older_copy_of_the_folder_is_not_built_on() throws Exception {
        log.take(0, 40);
        log.close();
        Path old = folder.resolveSibling(folder.getFileName() + "-old");
        copy(folder, old);
        log = new TestLog(folder, KEY, outside);
        log.take(40, 300);

        try (TestLog restored = new TestLog(old, KEY, outside)) {
            assertThatExceptionOfType(LogDamaged.class).isThrownBy(() -> restored.take(300, 310));
        }
        TestLog.Outside onlyPublished = new TestLog.Outside();
        onlyPublished.states.change(
                IDENTITY.id(),
                none -> outside.states.find(IDENTITY.id()).map(Decision::of).orElseThrow());
        try (TestLog another = new TestLog(folder.resolveSibling(folder.getFileName() + "-new"), KEY, onlyPublished)) {
            assertThatExceptionOfType(LogDamaged.class).isThrownBy(() -> another.take(500, 510));
        }
    }

    private List<AuditGapDetected> gaps() {
        return outside.states.events().stream()
                .filter(AuditGapDetected.class::isInstance)
                .map(AuditGapDetected.class::cast)
                .toList();
    }

    private List<Long> sequences(int item) throws Exception {
        return log.leaves().stream()
                .filter(leaf -> leaf.aggregateId().equals(EventFixture.item(item)))
                .map(Leaf::sequence)
                .toList();
    }

    private void reopen() throws Exception {
        log.close();
        log = new TestLog(folder, KEY, outside);
    }

    private String root(long size) throws Exception {
        return log.open.log().root(size, log.open.log().head().orElseThrow()).base64();
    }
}
