// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.audit.entry.EventFixture.AT;
import static org.openhotline.audit.entry.EventFixture.entry;
import static org.openhotline.audit.entry.EventFixture.item;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Entries} promises. */
public interface EntriesContract {
    /** Empty. */
    Entries entries();

    @Test
    default void what_comes_twice_gets_one_index_and_keeps_its_first_leaf() {
        Entries entries = entries();
        LogEntry first = entry(1, 1);
        entries.addIfAbsent(first);
        entries.addIfAbsent(EventFixture.again(first));
        assertThat(entries.waiting(10)).containsExactly(first);

        entries.assign(0, entries.waiting(10));
        entries.addIfAbsent(EventFixture.again(first));
        assertThat(entries.assign(1, entries.waiting(10))).isEmpty();
        assertThat(entries.waiting(10)).isEmpty();
        assertThat(entries.nextIndex()).isEqualTo(1);
        assertThat(entries.find(first.eventId()).orElseThrow().leaf()).isEqualTo(first.leaf());
    }

    @Test
    default void what_waits_is_not_in_the_log() {
        Entries entries = entries();
        entries.addIfAbsent(entry(1, 1));

        assertThat(entries.find(entry(1, 1).eventId())).isEmpty();
        assertThat(entries.search(EntryFilter.ALL, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(entries.sequenced(0, 10)).isEmpty();
        assertThat(entries.nextIndex()).isZero();
    }

    @Test
    default void indexes_are_given_in_order_of_arrival_without_holes() {
        Entries entries = entries();
        add(entries, 0, 25);
        entries.assign(0, entries.waiting(10));
        entries.assign(entries.nextIndex(), entries.waiting(10));
        assertThat(entries.assign(entries.nextIndex(), entries.waiting(10)))
                .containsExactlyElementsOf(entries.sequenced(20, 10))
                .hasSize(5);

        assertThat(entries.nextIndex()).isEqualTo(25);
        assertThat(entries.sequenced(0, 100))
                .extracting(e -> e.index().orElseThrow())
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(Long::valueOf).toList());
        assertThat(entries.sequenced(20, 3))
                .extracting(e -> e.index().orElseThrow())
                .containsExactly(20L, 21L, 22L);
        assertThat(entries.sequenced(25, 3)).isEmpty();
        assertThat(entries.sequenced(0, 100).get(7).leaf())
                .isEqualTo(entry(7, 1).leaf());
    }

    @Test
    default void a_second_appender_with_an_old_view_is_stopped() {
        Entries entries = entries();
        add(entries, 0, 2);
        List<LogEntry> seenByBoth = entries.waiting(10);
        entries.assign(0, seenByBoth);
        entries.assign(0, seenByBoth);
        assertThat(entries.nextIndex()).isEqualTo(2);

        add(entries, 2, 3);
        List<LogEntry> waiting = entries.waiting(10);
        assertThatExceptionOfType(Entries.IndexTaken.class).isThrownBy(() -> entries.assign(1, waiting));
        assertThat(entries.nextIndex()).isEqualTo(2);
        assertThat(entries.waiting(10)).hasSize(1);
    }

    @Test
    default void entries_are_found_by_item_type_and_time_newest_first() {
        Entries entries = entries();
        add(entries, 0, 10);
        entries.addIfAbsent(entry(3, 2));
        entries.assign(0, entries.waiting(100));

        assertThat(entries.search(EntryFilter.ALL, Long.MAX_VALUE, 3))
                .extracting(e -> e.index().orElseThrow())
                .containsExactly(10L, 9L, 8L);
        assertThat(entries.search(EntryFilter.ALL, 8, 2))
                .extracting(e -> e.index().orElseThrow())
                .containsExactly(7L, 6L);
        assertThat(entries.search(EntryFilter.ALL.ofSubject(item(3)), Long.MAX_VALUE, 10))
                .extracting(e -> e.index().orElseThrow())
                .containsExactly(10L, 3L);
        var ofType = EntryFilter.ALL.ofType("openhotline.removal.removed.v1");
        assertThat(entries.search(ofType, Long.MAX_VALUE, 10)).isEmpty();
        var ofTime = EntryFilter.ALL.between(AT.plusSeconds(4), AT.plusSeconds(6));
        assertThat(entries.search(ofTime, Long.MAX_VALUE, 10))
                .extracting(e -> e.index().orElseThrow())
                .containsExactly(5L, 4L);
    }

    @Test
    default void an_erased_body_is_gone_and_the_leaf_stays() {
        Entries entries = entries();
        LogEntry entry = entry(1, 1);
        entries.addIfAbsent(entry);
        entries.assign(0, entries.waiting(1));
        assertThat(entries.find(entry.eventId()).orElseThrow().body()).isEqualTo(entry.body());

        entries.eraseBody(entry.eventId());
        LogEntry erased = entries.find(entry.eventId()).orElseThrow();
        assertThat(erased.body()).isEmpty();
        assertThat(erased.leaf()).isEqualTo(entry.leaf());
    }

    @Test
    default void what_only_the_tree_knows_is_taken_over() {
        Entries entries = entries();
        add(entries, 0, 2);
        entries.adopt(0, entry(0, 1).leaf());

        assertThat(entries.nextIndex()).isEqualTo(1);
        assertThat(entries.waiting(10))
                .extracting(LogEntry::eventId)
                .containsExactly(entry(1, 1).eventId());
        assertThat(entries.find(entry(0, 1).eventId()).orElseThrow().body()).isEmpty();
        assertThat(entries.find(UUID.randomUUID())).isEmpty();
    }

    private static void add(Entries entries, int from, int to) {
        IntStream.range(from, to).forEach(i -> entries.addIfAbsent(entry(i, 1)));
    }
}
