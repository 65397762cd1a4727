// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.copy;
import static org.openhotline.audit.log.LogFixture.files;
import static org.openhotline.audit.log.LogFixture.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.note.Checkpoint;

/** A crash at every step of an append; each time the events come again, as the broker would send them. */
class AppendCrashTest {
    private static final int BEFORE = 300;
    private static final int AFTER = 900;

    @TempDir
    Path folder;

    private final TestLog.Outside outside = new TestLog.Outside();

    @Test
    void before_the_fence_is_told_nothing_of_the_batch_stays() throws Exception {
        crashAtTheFence(false);
        assertThat(new Log(folder, KEY.verifier()).head().orElseThrow().size()).isEqualTo(BEFORE);

        // Other events now take the places of those that were never signed.
        try (TestLog log = new TestLog(folder, KEY, outside)) {
            log.take(2000, 2010);
            assertThat(log.entries().size()).isEqualTo(BEFORE + 10);
            log.take(BEFORE, AFTER);
        }
        requireEachOnce(AFTER + 10);
        assertThat(verify(folder)).startsWith("OK: " + (AFTER + 10) + " entries of ");
    }

    @Test
    void after_the_fence_is_told_exactly_that_is_signed() throws Exception {
        crashAtTheFence(true);
        Checkpoint promised = outside.signed.getLast();
        assertThat(promised.size()).isEqualTo(AFTER);

        try (TestLog log = new TestLog(folder, KEY, outside)) {
            assertThat(log.keep.beat()).isTrue();
            assertThat(log.open.log().head().orElseThrow().checkpoint()).isEqualTo(promised);
            assertThat(log.take(BEFORE, AFTER).repeated()).isEqualTo(AFTER - BEFORE);
        }
        requireEachOnce(AFTER);
    }

    @Test
    void after_the_fence_is_told_a_folder_that_lacks_the_entries_is_refused() throws Exception {
        crashAtTheFence(true);
        Files.delete(folder.resolve("tile/entries/002"));

        try (TestLog log = new TestLog(folder, KEY, outside)) {
            assertThatExceptionOfType(LogDamaged.class).isThrownBy(() -> log.keep.beat());
        }
    }

    @Test
    void after_the_checkpoint_the_index_follows() throws Exception {
        Path oldIndex = folder.resolveSibling(folder.getFileName() + "-index");
        try (TestLog log = new TestLog(folder, KEY, outside)) {
            log.take(0, BEFORE);
        }
        copy(folder.resolve("index"), oldIndex);
        try (TestLog log = new TestLog(folder, KEY, outside)) {
            log.take(BEFORE, AFTER);
        }
        copy(oldIndex, folder.resolve("index"));

        try (TestLog log = new TestLog(folder, KEY, outside)) {
            assertThat(log.entries().size()).isEqualTo(BEFORE);
            assertThat(log.take(BEFORE, AFTER + 1).appended()).isEqualTo(1);
        }
        requireEachOnce(AFTER + 1);
    }

    @Test
    void bodies_that_were_cut_short_or_never_signed_are_written_anew() throws Exception {
        Random random = new Random(5);
        try (TestLog log = new TestLog(folder, KEY, outside)) {
            log.take(0, BEFORE);
        }
        for (int crash = 0; crash < 5; crash++) {
            int size = BEFORE + crash;
            for (Path file : files(folder.resolve("bodies"))) {
                byte[] noise = new byte[random.nextInt(300)];
                random.nextBytes(noise);
                Files.write(file, noise, StandardOpenOption.APPEND);
            }
            try (TestLog log = new TestLog(folder, KEY, outside)) {
                log.take(size, size + 1);
            }
        }
        requireEachOnce(BEFORE + 5);
    }

    @Test
    void bodies_of_signed_entries_that_are_missing_are_told() throws Exception {
        try (TestLog log = new TestLog(folder, KEY, outside)) {
            log.take(0, BEFORE);
        }
        Files.delete(folder.resolve("bodies/000000.keys"));
        try (TestLog log = new TestLog(folder, KEY, outside)) {
            assertThatExceptionOfType(LogDamaged.class).isThrownBy(() -> log.keep.beat());
        }
    }

    @Test
    void kill_9_at_any_time_loses_nothing_doubles_nothing_and_signs_no_size_twice() throws Exception {
        assertThat(new KillRounds(folder).run(5)).contains("none missing, none twice");
    }

    private void crashAtTheFence(boolean told) throws Exception {
        try (TestLog log = new TestLog(folder, KEY, outside)) {
            log.take(0, BEFORE);
        }
        try (TestLog log = new TestLog(folder, KEY, outside, new Crash(outside, told))) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> log.take(BEFORE, AFTER));
        }
    }

    private void requireEachOnce(int count) throws Exception {
        try (TestLog log = new TestLog(folder, KEY, outside)) {
            log.keep.beat();
            assertThat(log.leaves())
                    .extracting(Leaf::eventId)
                    .doesNotHaveDuplicates()
                    .hasSize(count);
            assertThat(log.entries().inOrder(0)).hasSize(count).noneMatch(Entry::isErased);
        }
    }

    /** Stops dead when the signature is due. */
    private record Crash(TestLog.Outside outside, boolean told) implements AppenderLease {
        @Override
        public boolean hold() {
            return true;
        }

        @Override
        public Optional<Checkpoint> lastSigned() {
            return outside.lastSigned();
        }

        @Override
        public void aboutToSign(Checkpoint checkpoint) {
            if (told) {
                outside.aboutToSign(checkpoint);
            }
            throw new IllegalStateException("crash");
        }
    }
}
