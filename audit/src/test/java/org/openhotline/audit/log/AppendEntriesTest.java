// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.audit.entry.EventFixture.entry;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.copy;
import static org.openhotline.audit.log.LogFixture.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.Entries;
import org.openhotline.audit.entry.EventFixture;
import org.openhotline.audit.entry.InMemoryEntries;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.LogEntry;

class AppendEntriesTest {
    private static final int BATCH = 64;

    @TempDir
    Path folder;

    private final InMemoryEntries entries = new InMemoryEntries();

    @Test
    void what_waits_is_appended_and_the_tree_holds_the_leaves_of_the_store() throws Exception {
        arrive(0, 150);

        assertThat(drain(folder, entries)).isEqualTo(150);
        assertThat(verify(folder)).startsWith("OK: 150 entries");
        assertThat(leaves(folder)).isEqualTo(stored(entries));
    }

    @Test
    void events_of_one_source_stand_in_their_order_however_they_came() throws Exception {
        for (long sequence : new long[] {2, 3, 1}) {
            entries.addIfAbsent(entry(1, sequence));
            entries.addIfAbsent(entry(2, sequence));
        }
        drain(folder, entries);

        assertThat(leaves(folder))
                .filteredOn(leaf -> leaf.aggregateId().equals(EventFixture.item(2)))
                .extracting(Leaf::sequence)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_crash_between_any_two_steps_leads_to_every_event_once() throws Exception {
        Random random = new Random(5);
        int arrived = 0;
        for (int round = 0; round < 60; round++) {
            int more = random.nextInt(1, 40);
            arrive(Math.max(0, arrived - 10), arrived + more); // the last ones come again
            arrived += more;
            var crashing = new CrashingEntries(entries, random.nextInt(0, 6));
            try {
                drain(folder, crashing);
            } catch (CrashingEntries.Crash expected) {
                // The next round finds what this one left behind.
            }
        }
        drain(folder, entries);

        assertThat(verify(folder)).startsWith("OK: " + arrived + " entries, each event once");
        assertThat(leaves(folder)).isEqualTo(stored(entries));
    }

    @Test
    void an_older_copy_of_the_folder_grows_into_the_same_tree_again() throws Exception {
        arrive(0, 40);
        drain(folder.resolve("log"), entries);
        copy(folder.resolve("log"), folder.resolve("old"));
        arrive(40, 300);
        drain(folder.resolve("log"), entries);
        Log.Head published = head(folder.resolve("log"));

        try (AppendEntries append = append(folder.resolve("old"), entries, Optional.of(told(published)))) {
            append.drain();
            assertThat(append.head().checkpoint()).isEqualTo(published.checkpoint());
        }
    }

    @Test
    void an_older_copy_of_the_store_learns_from_the_tree_and_appends_nothing_twice() throws Exception {
        arrive(0, 200);
        drain(folder, entries);
        InMemoryEntries old = new InMemoryEntries();
        IntStream.range(0, 120).forEach(i -> old.addIfAbsent(entry(i, 1)));
        old.assign(0, old.waiting(120));
        IntStream.range(0, 230).forEach(i -> old.addIfAbsent(entry(i, 1)));

        assertThat(drain(folder, old)).isEqualTo(30);
        assertThat(verify(folder)).startsWith("OK: 230 entries, each event once");
        assertThat(old.find(entry(150, 1).eventId()).orElseThrow().body()).isEmpty();
        assertThat(old.find(entry(210, 1).eventId()).orElseThrow().body()).isPresent();
    }

    @Test
    void a_log_that_forgets_what_was_published_is_not_built_on() throws Exception {
        arrive(0, 90);
        drain(folder.resolve("published"), entries);
        LogState told = told(head(folder.resolve("published")));

        InMemoryEntries other = new InMemoryEntries();
        IntStream.range(200, 300).forEach(i -> other.addIfAbsent(entry(i, 1)));
        assertThatExceptionOfType(LogDamaged.class)
                .isThrownBy(() -> append(folder.resolve("empty"), other, Optional.of(told)));
        drain(folder.resolve("forked"), other);
        assertThatExceptionOfType(LogDamaged.class)
                .isThrownBy(() -> append(folder.resolve("forked"), other, Optional.of(told)));
    }

    @Test
    void a_store_of_another_log_is_refused() throws Exception {
        arrive(0, 10);
        drain(folder, entries);
        InMemoryEntries other = new InMemoryEntries();
        IntStream.range(200, 210).forEach(i -> other.addIfAbsent(entry(i, 1)));
        other.assign(0, other.waiting(10));

        assertThatExceptionOfType(LogDamaged.class).isThrownBy(() -> append(folder, other, Optional.empty()));
    }

    private void arrive(int from, int to) {
        IntStream.range(from, to).forEach(i -> entries.addIfAbsent(entry(i, 1)));
    }

    private static long drain(Path folder, Entries entries) throws Exception {
        try (AppendEntries append = append(folder, entries, Optional.empty())) {
            long all = append.drain();
            while (!entries.waiting(1).isEmpty()) {
                all += append.drain();
            }
            return all;
        }
    }

    private static AppendEntries append(Path folder, Entries entries, Optional<LogState> told) throws Exception {
        LogWriter writer = LogWriter.open(folder, KEY);
        try {
            return new AppendEntries(entries, writer, BATCH, told);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static List<Leaf> leaves(Path folder) throws Exception {
        Log log = new Log(folder, KEY.verifier());
        Log.Head head = log.head().orElseThrow();
        return log.entries(0, head.size(), head).stream().map(Leaf::parse).toList();
    }

    private static List<Leaf> stored(Entries entries) {
        return entries.sequenced(0, Integer.MAX_VALUE).stream()
                .map(LogEntry::leaf)
                .toList();
    }

    private static Log.Head head(Path folder) throws Exception {
        return new Log(folder, KEY.verifier()).head().orElseThrow();
    }

    private static LogState told(Log.Head head) {
        String root = head.checkpoint().root().base64();
        return new LogState(KEY.verifier().name(), head.size(), root, EventFixture.AT, Map.of());
    }
}
