// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.entries;
import static org.openhotline.audit.log.LogFixture.entry;
import static org.openhotline.audit.log.LogFixture.files;
import static org.openhotline.audit.log.LogFixture.make;
import static org.openhotline.audit.log.LogFixture.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogWriter;
import org.openhotline.audit.verify.AuditVerifier.Broken;

/**
 * Whatever is done to a log, its verifier finds it. The large log has tiles of level 2. The normal build takes a sample;
 * {@code -Dmutations=N} flips N random bytes of the large log, {@code -Dmutations=all} each byte of it.
 */
class MutationTest {
    private static final int SIZE = 66_000;
    private static final String MUTATIONS = System.getProperty("mutations", "");

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path large;

    @BeforeAll
    static void make_a_log_with_tiles_of_level_2() throws Exception {
        large = shared.resolve("large");
        make(large, SIZE, SIZE);
        assertThat(large.resolve("tile/2/000.p/1")).exists();
        assertThat(verify(large)).startsWith("OK: 66000 entries");
    }

    @Test
    void each_flipped_byte_of_a_small_log_is_found() throws Exception {
        make(folder, 1, 1);
        assertThat(files(folder)).hasSize(3);
        for (Path file : files(folder)) {
            for (int at = 0; at < Files.size(file); at++) {
                assertThatFlipIsFound(folder, file, at);
            }
        }
    }

    @Test
    void a_flipped_byte_in_any_kind_of_file_of_a_large_log_is_found() throws Exception {
        Random random = new Random(3);
        for (String name : List.of(
                "checkpoint",
                "tile/2/000.p/1",
                "tile/1/000",
                "tile/1/001.p/1",
                "tile/0/000",
                "tile/0/257.p/208",
                "tile/entries/000",
                "tile/entries/100",
                "tile/entries/257.p/208")) {
            Path file = large.resolve(name);
            assertThatFlipIsFound(large, file, random.nextInt((int) Files.size(file)));
        }
    }

    @Test
    void flipped_bytes_of_a_large_log_are_found_as_many_as_are_asked_for() throws Exception {
        List<Path> files = files(large);
        if (MUTATIONS.equals("all")) {
            for (Path file : files) {
                for (int at = 0; at < Files.size(file); at++) {
                    assertThatFlipIsFound(large, file, at);
                }
            }
        }
        Random random = new Random();
        for (int i = 0; i < (MUTATIONS.matches("[0-9]+") ? Integer.parseInt(MUTATIONS) : 1); i++) {
            Path file = files.get(random.nextInt(files.size()));
            assertThatFlipIsFound(large, file, random.nextInt((int) Files.size(file)));
        }
        assertThat(verify(large)).startsWith("OK: 66000 entries");
    }

    @Test
    void each_flipped_byte_of_a_receipt_and_of_its_entry_is_found() throws Exception {
        Path small = folder.resolve("small");
        make(small, 7, 7);
        Log log = new Log(small, KEY.verifier());
        Path receipt = folder.resolve("entry.tlog-proof");
        Files.writeString(receipt, log.prove(5, log.head().orElseThrow()).text());
        Path entry = Files.write(folder.resolve("entry.json"), entry(5));
        List<String> command = List.of(
                "receipt", receipt.toString(), entry.toString(), KEY.verifier().text());

        assertThat(AuditVerifier.run(command)).startsWith("OK: the entry is number 5 of the log");
        for (Path file : List.of(receipt, entry)) {
            byte[] good = Files.readAllBytes(file);
            for (int at = 0; at < good.length; at++) {
                Files.write(file, flipped(good, at));
                assertThatExceptionOfType(Broken.class)
                        .as("%s at %d", file.getFileName(), at)
                        .isThrownBy(() -> AuditVerifier.run(command));
            }
            Files.write(file, good);
        }
    }

    /** The one who has the key can sign anything, but not what others have seen. */
    @Test
    void a_log_that_was_written_anew_with_its_own_key_is_found_by_a_kept_checkpoint() throws Exception {
        int size = 2_000;
        Path honest = folder.resolve("honest");
        make(honest, size, size);
        Path kept = honest.resolve("checkpoint");
        List<Consumer<List<byte[]>>> forgeries = List.of(
                all -> all.remove(400),
                all -> all.add(400, entry(1_000_000)),
                all -> Collections.swap(all, 400, 401),
                all -> all.set(size - 1, entry(1_000_000)),
                all -> all.subList(1_500, size).clear());
        for (int i = 0; i < forgeries.size(); i++) {
            List<byte[]> all = new ArrayList<>(entries(0, size));
            forgeries.get(i).accept(all);
            Path forged = folder.resolve("forged-" + i);
            try (LogWriter writer = LogWriter.open(forged, KEY)) {
                writer.append(0, all);
            }
            assertThatExceptionOfType(Broken.class)
                    .as("forgery %d", i)
                    .isThrownBy(() -> AuditVerifier.run(
                            List.of("log", forged.toString(), KEY.verifier().text(), "--older", kept.toString())))
                    .withMessageMatching("(the past has been rewritten|entries have been taken away).* in " + kept);
        }
    }

    /** Files of a second, honest log cannot stand in for those of the first. */
    @Test
    void a_file_of_a_fork_among_the_files_of_the_log_is_found() throws Exception {
        Path first = folder.resolve("first");
        Path fork = folder.resolve("fork");
        make(first, 600, 600);
        List<byte[]> other = new ArrayList<>(entries(0, 300));
        other.addAll(entries(5_000, 5_300));
        try (LogWriter writer = LogWriter.open(fork, KEY)) {
            writer.append(0, other);
        }
        for (Path file : files(fork)) {
            Path replaced = first.resolve(fork.relativize(file).toString());
            byte[] good = Files.readAllBytes(replaced);
            byte[] foreign = Files.readAllBytes(file);
            Files.write(replaced, foreign);
            if (java.util.Arrays.equals(good, foreign)) {
                assertThat(verify(first)).startsWith("OK");
            } else {
                assertThatExceptionOfType(Broken.class).as("%s", file).isThrownBy(() -> verify(first));
            }
            Files.write(replaced, good);
        }
    }

    private static void assertThatFlipIsFound(Path log, Path file, int at) throws Exception {
        byte[] good = Files.readAllBytes(file);
        Files.write(file, flipped(good, at));
        assertThatExceptionOfType(Broken.class)
                .as("%s at %d", file, at)
                .isThrownBy(() -> verify(log))
                .withMessageMatching(saysWhere(log, file));
        Files.write(file, good);
    }

    /** It names the file, or the one that it is compared with. */
    private static String saysWhere(Path log, Path file) {
        String name = log.relativize(file).toString();
        return name.startsWith("tile/") ? "(?s).*(tile/|entries|tiles).*" : "(?s).*checkpoint.*";
    }

    static byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << at % 8);
        return flipped;
    }
}
