// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.audit.entry.EventFixture.event;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.files;
import static org.openhotline.audit.log.LogFixture.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.ReadEntriesContract;

class LogEntriesTest implements ReadEntriesContract<LogEntries> {
    @TempDir
    Path folder;

    private TestLog log;

    @BeforeEach
    void open() {
        log = new TestLog(folder, KEY, new TestLog.Outside());
    }

    @AfterEach
    void close() throws Exception {
        log.close();
    }

    @Override
    public LogEntries entries(List<Arrival> events) throws Exception {
        for (int from = 0; from < events.size(); from += 400) {
            log.keep.take(events.subList(from, Math.min(events.size(), from + 400)));
        }
        return log.entries();
    }

    @Test
    void what_is_erased_is_on_no_disk_any_more_and_the_log_verifies() throws Exception {
        LogEntries entries = entries(List.of(event(1, 1), event(2, 1), event(3, 1)));
        Entry.Body body =
                entries.find(event(2, 1).eventId()).orElseThrow().body().orElseThrow();
        byte[] key = Base64.getDecoder().decode(body.key());
        assertThat(isOnDisk(key)).isTrue();
        assertThat(isOnDisk(body.json().getBytes(StandardCharsets.UTF_8)))
                .as("bodies are encrypted")
                .isFalse();

        entries.erase(event(2, 1).eventId());
        assertThat(isOnDisk(key)).isFalse();
        assertThat(verify(folder)).startsWith("OK: 3 entries");
    }

    @Test
    void an_index_that_is_lost_damaged_or_of_another_log_is_made_anew_from_the_log() throws Exception {
        entries(List.of(event(1, 1), event(1, 2), event(2, 1)));
        List<Entry> before = log.entries().search(EntryFilter.ALL.ofActor("person-1"), Long.MAX_VALUE, 10);
        assertThat(before).hasSize(2);
        log.close();
        Path file = folder.resolve("index/index.mv");
        Files.delete(file);
        assertThat(foundAgain()).isEqualTo(before);

        Files.write(file, new byte[9000]);
        assertThat(foundAgain()).isEqualTo(before);

        Path other = folder.resolveSibling(folder.getFileName() + "-other");
        try (TestLog another = new TestLog(other, KEY, new TestLog.Outside())) {
            another.take(event(7, 1), event(8, 1));
        }
        Files.copy(other.resolve("index/index.mv"), file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(foundAgain()).isEqualTo(before);
        assertThat(log.entries().find(event(7, 1).eventId())).isEmpty();
    }

    @Test
    void an_instance_without_the_lease_reads_what_another_appends() throws Exception {
        TestLog.Outside none = new TestLog.Outside();
        none.lease = false;
        try (TestLog reader = new TestLog(folder, KEY, none)) {
            entries(List.of(event(1, 1)));
            assertThat(reader.keep.beat()).isFalse();
            assertThat(reader.entries().find(event(1, 1).eventId())).isPresent();

            log.take(event(2, 1));
            reader.keep.beat();
            assertThat(reader.entries().search(EntryFilter.ALL, Long.MAX_VALUE, 10))
                    .hasSize(2);
        }
    }

    private List<Entry> foundAgain() throws Exception {
        log.close();
        log = new TestLog(folder, KEY, new TestLog.Outside());
        assertThat(log.keep.beat()).isTrue();
        return log.entries().search(EntryFilter.ALL.ofActor("person-1"), Long.MAX_VALUE, 10);
    }

    private boolean isOnDisk(byte[] wanted) throws Exception {
        String text = new String(wanted, StandardCharsets.ISO_8859_1);
        for (Path file : files(folder)) {
            if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                return true;
            }
        }
        return false;
    }
}
