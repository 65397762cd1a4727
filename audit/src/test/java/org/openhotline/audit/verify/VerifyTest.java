// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.entries;
import static org.openhotline.audit.log.LogFixture.entry;
import static org.openhotline.audit.log.LogFixture.files;
import static org.openhotline.audit.log.LogFixture.make;
import static org.openhotline.audit.log.LogFixture.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.Commitment;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogWriter;
import org.openhotline.audit.merkle.Hashing;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.proof.TlogProof;

class VerifyTest {
    private static final String KEY_TEXT = KEY.verifier().text();

    @TempDir
    Path folder;

    @Test
    void a_flipped_byte_anywhere_in_a_small_log_is_found() throws Exception {
        make(folder, 2, 1);
        assertThat(files(folder)).hasSize(5);
        for (Path file : files(folder)) {
            int length = (int) Files.size(file);
            assertEachFlipIsFound(file, IntStream.range(0, length).boxed().toList());
        }
    }

    @Test
    void a_flipped_byte_is_found_in_each_kind_of_file_of_a_larger_log() throws Exception {
        make(folder, 600, 90);
        Random random = new Random(3);
        List<Path> files = files(folder);
        assertThat(files).hasSizeGreaterThan(8);
        for (Path file : files) {
            int length = (int) Files.size(file);
            assertEachFlipIsFound(file, random.ints(12, 0, length).boxed().toList());
        }
        assertThat(verify(folder)).startsWith("OK: 600 entries");
    }

    @Test
    void a_flipped_byte_in_a_proof_or_its_entry_is_found() throws Exception {
        make(folder, 300, 300);
        Log log = new Log(folder, KEY.verifier());
        Path proof = folder.resolve("entry.tlog-proof");
        Files.writeString(proof, log.prove(123, log.head().orElseThrow()).text());
        Path entry = Files.write(folder.resolve("entry.json"), entry(123));
        List<String> command = List.of("proof", proof.toString(), entry.toString(), KEY_TEXT);

        assertThat(Verify.run(command)).isEqualTo("OK: the entry is in the log, at index 123");
        for (Path file : List.of(proof, entry)) {
            byte[] good = Files.readAllBytes(file);
            for (int at = 0; at < good.length; at++) {
                Files.write(file, flipped(good, at));
                assertThatExceptionOfType(Broken.class)
                        .as("%s at %d", file.getFileName(), at)
                        .isThrownBy(() -> Verify.run(command));
            }
            Files.write(file, good);
        }
    }

    @Test
    void the_core_and_the_verifier_judge_flipped_proofs_alike() throws Exception {
        make(folder, 20, 20);
        Log log = new Log(folder, KEY.verifier());
        String proof = log.prove(5, log.head().orElseThrow()).text();
        byte[] good = proof.getBytes(StandardCharsets.UTF_8);

        assertThat(coreAccepts(good)).isTrue();
        for (int at = 0; at < good.length; at++) {
            assertThat(coreAccepts(flipped(good, at))).as("byte %d", at).isFalse();
        }
    }

    @Test
    void a_file_that_is_missing_moved_or_foreign_is_found() throws Exception {
        make(folder, 600, 600);
        for (Path file : files(folder.resolve("tile"))) {
            byte[] good = Files.readAllBytes(file);
            Files.delete(file);
            assertThatExceptionOfType(Broken.class).as("without %s", file).isThrownBy(() -> verify(folder));
            Files.write(file, good);
        }
        Path foreign = Files.write(folder.resolve("tile/0/readme"), new byte[1]);
        assertThatExceptionOfType(Broken.class).isThrownBy(() -> verify(folder));
        Files.delete(foreign);
        assertThat(verify(folder)).startsWith("OK");
    }

    @Test
    void an_event_that_is_in_the_log_twice_is_found() throws Exception {
        try (LogWriter writer = LogWriter.open(folder, KEY)) {
            writer.append(0, List.of(entry(1), entry(2), entry(1)));
        }
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> verify(folder))
                .withMessageContaining("entry 2 is in the log twice");
    }

    @Test
    void a_source_with_a_hole_is_pointed_out() throws Exception {
        try (LogWriter writer = LogWriter.open(folder, KEY)) {
            String third = new String(entry(1), StandardCharsets.UTF_8).replace("\"sequence\":1", "\"sequence\":3");
            writer.append(0, List.of(entry(2), third.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(verify(folder)).contains("look at removal:00000000-0000-0000-0000-000000000001: 1 events");
    }

    @Test
    void a_past_that_was_rewritten_is_found_by_whoever_kept_a_checkpoint() throws Exception {
        Path honest = folder.resolve("honest");
        make(honest, 40, 40);
        Path kept = Files.copy(honest.resolve("checkpoint"), folder.resolve("kept"));
        make(honest, 90, 50);
        assertThat(Verify.run(List.of("log", honest.toString(), KEY_TEXT, kept.toString())))
                .startsWith("OK: 90");

        Path forged = folder.resolve("forged");
        List<byte[]> rewritten = new ArrayList<>(entries(0, 90));
        rewritten.set(7, entry(1007));
        try (LogWriter writer = LogWriter.open(forged, KEY)) {
            writer.append(0, rewritten);
        }
        assertThat(verify(forged)).startsWith("OK: 90");
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> Verify.run(List.of("log", forged.toString(), KEY_TEXT, kept.toString())))
                .withMessage("the log's past has been changed");
        Path cut = folder.resolve("cut");
        make(cut, 30, 30);
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> Verify.run(List.of("log", cut.toString(), KEY_TEXT, kept.toString())));
    }

    @Test
    void another_key_is_refused() throws Exception {
        make(folder, 3, 3);
        String other = SignerKey.generate(KEY.verifier().name()).verifier().text();
        assertThatExceptionOfType(Broken.class).isThrownBy(() -> Verify.run(List.of("log", folder.toString(), other)));
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> Verify.run(List.of("log", folder.toString(), KEY_TEXT.replace("hotline", "other"))));
    }

    @Test
    void an_entry_is_bound_to_its_event() throws Exception {
        byte[] event = "{\"at\":\"2026-11-24T11:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
        byte[] eventKey = new byte[32];
        String bound = new String(entry(1), StandardCharsets.UTF_8)
                .replace("A".repeat(43) + "=", Commitment.to(event, eventKey));
        Path entry = Files.writeString(folder.resolve("entry"), bound);
        Path file = Files.write(folder.resolve("event"), event);
        String keyText = Base64.getEncoder().encodeToString(eventKey);

        assertThat(Verify.run(List.of("commitment", entry.toString(), file.toString(), keyText)))
                .startsWith("OK");
        Files.write(file, flipped(event, 9));
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> Verify.run(List.of("commitment", entry.toString(), file.toString(), keyText)));
    }

    @Test
    void called_wrongly_it_says_how() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verify.run(List.of("log")))
                .withMessageContaining("proof PROOF ENTRY KEY");
    }

    private void assertEachFlipIsFound(Path file, List<Integer> positions) throws Exception {
        byte[] good = Files.readAllBytes(file);
        for (int at : positions) {
            Files.write(file, flipped(good, at));
            assertThatExceptionOfType(Broken.class).as("%s at %d", file, at).isThrownBy(() -> verify(folder));
        }
        Files.write(file, good);
    }

    private static boolean coreAccepts(byte[] proof) {
        try {
            return TlogProof.parse(new String(proof, StandardCharsets.UTF_8))
                    .proves(Hashing.leaf(entry(5)), KEY.verifier());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 1;
        return flipped;
    }
}
