// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.entries;
import static org.openhotline.audit.log.LogFixture.entry;
import static org.openhotline.audit.log.LogFixture.files;
import static org.openhotline.audit.log.LogFixture.make;
import static org.openhotline.audit.log.LogFixture.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.merkle.Hashing;
import org.openhotline.audit.merkle.Proofs;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.tiles.TilePath;

class LogWriterTest {
    @TempDir
    Path folder;

    @Test
    void an_empty_log_has_a_signed_checkpoint_of_size_0() throws Exception {
        make(folder, 0, 1);

        Log.Head head = new Log(folder, KEY.verifier()).head().orElseThrow();
        assertThat(head.size()).isZero();
        assertThat(head.checkpoint().root()).isEqualTo(Hashing.EMPTY_ROOT);
        assertThat(verify(folder)).startsWith("OK: 0 entries");
    }

    @Test
    void batches_of_any_size_lead_to_the_same_tree() throws Exception {
        Random random = new Random(11);
        List<Log.Head> heads = new ArrayList<>();
        while (heads.isEmpty() || heads.getLast().size() < 1500) {
            // Opened anew each time, so that the edge is read back from disk at many sizes.
            try (LogWriter writer = LogWriter.open(folder, KEY)) {
                long from = writer.head().size();
                heads.add(writer.append(from, entries(from, from + random.nextInt(1, 300))));
            }
        }
        assertThat(verify(folder)).startsWith("OK: " + heads.getLast().size());

        Path atOnce = folder.resolve("at-once");
        make(atOnce, (int) heads.getLast().size(), Integer.MAX_VALUE / 2);
        Log log = new Log(atOnce, KEY.verifier());
        Log.Head last = log.head().orElseThrow();
        for (Log.Head head : heads) {
            assertThat(log.root(head.size(), last)).isEqualTo(head.checkpoint().root());
        }
    }

    @Test
    void every_entry_can_be_read_and_proven_against_every_later_checkpoint() throws Exception {
        List<Log.Head> heads = new ArrayList<>();
        try (LogWriter writer = LogWriter.open(folder, KEY)) {
            for (int size : new int[] {1, 2, 255, 256, 257, 600}) {
                heads.add(writer.append(
                        writer.head().size(), entries(writer.head().size(), size)));
            }
            for (Log.Head head : heads) {
                for (long index : new long[] {0, 1, 100, 254, 255, 256, 511, 512, 599}) {
                    if (index < head.size()) {
                        assertThat(writer.log().prove(index, head).proves(Hashing.leaf(entry(index)), KEY.verifier()))
                                .isTrue();
                        assertThat(writer.log().entries(index, index + 1, head)).containsExactly(entry(index));
                    }
                }
                Log.Head last = heads.getLast();
                assertThat(Proofs.isPrefix(
                                head.size(),
                                last.size(),
                                writer.log().proveConsistency(head.size(), last),
                                head.checkpoint().root(),
                                last.checkpoint().root()))
                        .isTrue();
            }
        }
    }

    @Test
    void a_log_of_70000_entries_has_the_tiles_that_the_specification_counts() throws Exception {
        make(folder, 70_000, 70_000);

        assertThat(count("tile/0", false)).isEqualTo(273);
        assertThat(count("tile/1", false)).isEqualTo(1);
        assertThat(count("tile/entries", false)).isEqualTo(273);
        assertThat(folder.resolve("tile/0/273.p/112")).hasSize(112 * 32);
        assertThat(folder.resolve("tile/1/001.p/17")).hasSize(17 * 32);
        assertThat(folder.resolve("tile/2/000.p/1")).hasSize(32);
        assertThat(files(folder)).hasSize(273 + 1 + 273 + 4 + 1);
        assertThat(verify(folder)).startsWith("OK: 70000");
    }

    @Test
    void partial_tiles_of_past_checkpoints_stay_until_the_full_tile_is_there() throws Exception {
        make(folder, 250, 50);
        assertThat(count("tile/0", true)).isEqualTo(5);
        Log log = new Log(folder, KEY.verifier());
        byte[] at100 = log.tile(TilePath.entries(0, 100)).orElseThrow();

        make(folder, 300, 50);
        assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
        assertThat(log.tile(TilePath.entries(0, 100))).contains(at100);
        assertThat(log.tile(TilePath.entries(1, 45))).isEmpty();
    }

    @Test
    void what_no_checkpoint_covers_is_not_served() throws Exception {
        make(folder, 300, 300);
        Log log = new Log(folder, KEY.verifier());

        assertThat(log.tile(TilePath.hashes(0, 1, 44))).isPresent();
        assertThat(log.tile(TilePath.hashes(0, 1, 45))).isEmpty();
        assertThat(log.tile(TilePath.hashes(0, 2, 1))).isEmpty();
        assertThat(log.tile(TilePath.hashes(8, 0, 1))).isEmpty();
        assertThat(log.tile(TilePath.hashes(63, 0, 1))).isEmpty();
    }

    @Test
    void only_one_writer_at_a_time_and_only_at_the_end() throws Exception {
        try (LogWriter writer = LogWriter.open(folder, KEY)) {
            assertThatExceptionOfType(LogInUse.class).isThrownBy(() -> LogWriter.open(folder, KEY));
            assertThatIllegalArgumentException().isThrownBy(() -> writer.append(1, entries(1, 2)));
            writer.append(0, entries(0, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> writer.append(0, entries(0, 1)));
        }
        LogWriter.open(folder, KEY).close();
    }

    @Test
    void a_damaged_right_edge_is_not_built_on() throws Exception {
        for (String damaged :
                List.of("checkpoint", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/001.p/44", "tile/0/000")) {
            Path copy = folder.resolve(damaged.replace('/', '-'));
            make(copy, 300, 300);
            byte[] bytes = Files.readAllBytes(copy.resolve(damaged));
            bytes[bytes.length / 2] ^= 1;
            Files.write(copy.resolve(damaged), bytes);

            assertThatExceptionOfType(LogDamaged.class).as(damaged).isThrownBy(() -> LogWriter.open(copy, KEY));
        }
    }

    @Test
    void a_lost_checkpoint_or_another_key_is_not_papered_over() throws Exception {
        make(folder, 3, 3);
        assertThatExceptionOfType(LogDamaged.class)
                .isThrownBy(() ->
                        LogWriter.open(folder, SignerKey.generate(KEY.verifier().name())));
        Files.delete(folder.resolve("checkpoint"));
        assertThatExceptionOfType(LogDamaged.class).isThrownBy(() -> LogWriter.open(folder, KEY));
    }

    private long count(String below, boolean partial) throws Exception {
        return files(folder.resolve(below)).stream()
                .filter(f -> f.toString().contains(".p/") == partial)
                .count();
    }
}
