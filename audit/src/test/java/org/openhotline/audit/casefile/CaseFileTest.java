// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.audit.log.LogFixture.KEY;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.Commitment;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogWriter;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.verify.AuditVerifier;
import org.openhotline.audit.verify.AuditVerifier.Broken;

class CaseFileTest {
    private static final Instant MADE = Instant.parse("2026-11-28T09:00:00Z");
    private static final String POLICY = KEY.verifier().text();
    private static final byte[] EVENT_KEY = new byte[32];

    @TempDir
    Path folder;

    private Log log;
    private final List<CaseEntry> entries = new ArrayList<>();

    /** Entries 0 to 9: of the removal numbers 1 to 5, of the notice numbers 1 to 5, by turns. */
    @BeforeEach
    void make_a_log() throws Exception {
        List<byte[]> leaves = new ArrayList<>();
        for (int index = 0; index < 10; index++) {
            leaves.add(leaf(index));
        }
        try (LogWriter writer = LogWriter.open(folder.resolve("log"), KEY)) {
            writer.append(0, leaves);
        }
        log = new Log(folder.resolve("log"), KEY.verifier());
        for (int index = 0; index < 10; index++) {
            entries.add(new CaseEntry(
                    index,
                    source(index),
                    index / 2 + 1,
                    leaves.get(index),
                    log.prove(index, log.head().orElseThrow()).text(),
                    Optional.of(new CaseEntry.KeptEvent(event(index), key()))));
        }
    }

    @Test
    void what_was_written_is_found_in_order() throws Exception {
        assertThat(check(write(entries)))
                .isEqualTo("OK: a case file with 10 entries of hotline.example/audit/tlog, made 2026-11-28T09:00:00Z; 2"
                        + " sources are complete as far as it claims");
    }

    @Test
    void an_event_that_was_erased_is_told_of_and_breaks_nothing() throws Exception {
        CaseEntry third = entries.get(3);
        entries.set(3, new CaseEntry(3, third.source(), 2, third.leaf(), third.receipt(), Optional.empty()));
        assertThat(check(write(entries)))
                .startsWith("OK")
                .contains("note: 1 of the entries come without their event, which has been erased or left out");
    }

    @Test
    void a_source_with_a_hole_is_not_called_complete() throws Exception {
        entries.remove(4);
        assertThat(check(write(entries)))
                .contains("; 1 sources are complete")
                .contains("note: of removal:00000000-0000-0000-0000-000000000000 only a part of the entries");
    }

    @Test
    void unpacked_it_is_checked_like_the_archive_and_nothing_may_lie_beside() throws Exception {
        Path unpacked = folder.resolve("unpacked");
        unpack(write(entries), unpacked);
        assertThat(check(unpacked)).startsWith("OK: a case file with 10 entries");
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> {
                    Files.write(unpacked.resolve("more.txt"), new byte[1]);
                    check(unpacked);
                })
                .withMessage("more.txt is not in manifest.sha256, so nothing signs it");
    }

    @Test
    void a_flipped_byte_anywhere_is_found() throws Exception {
        Path file = write(entries);
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(5);
        int endOfVerifier =
                new String(good, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("manifest.sha256") - 30;
        List<Integer> places = new ArrayList<>();
        random.ints(40, 0, good.length).forEach(places::add);
        random.ints(300, endOfVerifier, good.length).forEach(places::add);
        for (int at : places) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            assertThatExceptionOfType(Broken.class).as("byte %d", at).isThrownBy(() -> check(file));
        }
        for (byte[] bad : List.of(
                Arrays.copyOf(good, good.length - 1),
                Arrays.copyOf(good, good.length + 1),
                Arrays.copyOfRange(good, 1, good.length),
                new byte[0])) {
            Files.write(file, bad);
            assertThatExceptionOfType(Broken.class).isThrownBy(() -> check(file));
        }
    }

    /** Each is signed anew, as only the log itself could, so the manifest does not help. */
    @Test
    void a_lie_that_the_log_itself_signs_is_found_by_the_receipts_and_the_numbers() throws Exception {
        assertLie("entries/2/entry.json was written for another event", e -> e.set(2, with(e.get(2), "{}")));
        assertLie(
                "entries/2/receipt.tlog-proof does not lead from this entry",
                e -> e.set(2, new CaseEntry(2, source(2), 2, leaf(8), e.get(2).receipt(), Optional.empty())));
        assertLie(
                "entries/2/receipt.tlog-proof is about the entry 4",
                e -> e.set(2, new CaseEntry(2, source(2), 2, leaf(4), e.get(4).receipt(), Optional.empty())));
        // Its sequence is given as one that the hole does not show by.
        assertLie(
                "of removal:00000000-0000-0000-0000-000000000000 number 3 is expected at entry 6, which is number 4",
                e -> {
                    e.remove(4);
                    e.set(5, numbered(e.get(5), 3));
                    e.set(7, numbered(e.get(7), 4));
                });
    }

    @Test
    void entries_of_another_checkpoint_do_not_get_in() throws Exception {
        String older = log.head().orElseThrow().note().whole();
        try (LogWriter writer = LogWriter.open(folder.resolve("log"), KEY)) {
            writer.append(10, List.of(leaf(10)));
        }
        entries.set(
                0,
                new CaseEntry(
                        0,
                        source(0),
                        1,
                        leaf(0),
                        log.prove(0, log.head().orElseThrow()).text(),
                        Optional.empty()));
        Path file = write(entries, older, KEY);
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> check(file))
                .withMessage("entries/0/receipt.tlog-proof is below another checkpoint than the case file");
    }

    @Test
    void the_signature_of_another_key_is_refused() throws Exception {
        String name = KEY.verifier().name();
        Path file = write(entries, log.head().orElseThrow().note().whole(), SignerKey.generate(name));
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> check(file))
                .withMessageStartingWith(
                        "manifest.sha256.note does not carry the signature of " + name + "/case-file (key ");
    }

    @Test
    void the_signature_over_the_manifest_is_no_checkpoint_and_a_checkpoint_no_manifest() throws Exception {
        Path unpacked = folder.resolve("unpacked");
        unpack(write(entries), unpacked);
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> AuditVerifier.run(List.of(
                        "checkpoint", unpacked.resolve("manifest.sha256.note").toString(), POLICY)))
                .withMessageContaining("is not a checkpoint");
        Files.copy(
                unpacked.resolve("checkpoint"),
                unpacked.resolve("manifest.sha256.note"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatExceptionOfType(Broken.class).isThrownBy(() -> check(unpacked));
    }

    /** What the court does with it: no class path, no library, only the file and a Java. */
    @Test
    void the_verifier_inside_checks_the_case_file_that_it_came_in() throws Exception {
        Path file = write(entries);
        Path unpacked = folder.resolve("unpacked");
        unpack(file, unpacked);
        assertThat(run(unpacked, "verifier/AuditVerifier.java", "case", file.toString(), POLICY))
                .isEqualTo("0 OK");
        assertThat(run(unpacked, "-jar", "verifier/audit-verifier.jar", "case", file.toString(), POLICY))
                .isEqualTo("0 OK");
        Files.write(file, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);
        assertThat(run(unpacked, "-jar", "verifier/audit-verifier.jar", "case", file.toString(), POLICY))
                .isEqualTo("1 BROKEN");
        assertThat(run(unpacked, "-jar", "verifier/audit-verifier.jar", "case", "no-such-file", POLICY))
                .isEqualTo("2 cannot");
        assertThat(run(unpacked, "-jar", "verifier/audit-verifier.jar")).isEqualTo("2 Checks");
    }

    private void assertLie(String message, Consumer<List<CaseEntry>> lie) throws Exception {
        List<CaseEntry> changed = new ArrayList<>(entries);
        lie.accept(changed);
        Path file = write(changed);
        assertThatExceptionOfType(Broken.class).isThrownBy(() -> check(file)).withMessageStartingWith(message);
    }

    private static String run(Path in, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return process.waitFor() + " " + said.split("[ :\n]", 2)[0];
    }

    private Path write(List<CaseEntry> all) throws Exception {
        return write(all, log.head().orElseThrow().note().whole(), KEY);
    }

    private Path write(List<CaseEntry> all, String checkpoint, SignerKey key) throws IOException {
        CaseContent content = new CaseContent(
                MADE,
                List.of(new UUID(7, 7).toString()),
                KEY.verifier().name(),
                checkpoint,
                "log " + POLICY + "\n",
                all);
        Path file = folder.resolve("case.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new WriteCaseFile(key).write(content, out);
        }
        return file;
    }

    private static String check(Path file) throws Exception {
        return AuditVerifier.run(List.of("case", file.toString(), POLICY));
    }

    /** With another program's idea of a ZIP. */
    private static void unpack(Path zip, Path to) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
    }

    private static CaseEntry with(CaseEntry entry, String event) {
        return new CaseEntry(
                entry.index(),
                entry.source(),
                entry.sequence(),
                entry.leaf(),
                entry.receipt(),
                Optional.of(new CaseEntry.KeptEvent(event, key())));
    }

    private static CaseEntry numbered(CaseEntry entry, long sequence) {
        return new CaseEntry(entry.index(), entry.source(), sequence, entry.leaf(), entry.receipt(), entry.event());
    }

    private static String source(int index) {
        return (index % 2 == 0 ? "removal:" : "notice:") + new UUID(0, index % 2);
    }

    private static String event(int index) {
        return "{\"number\":" + index + "}";
    }

    private static String key() {
        return Base64.getEncoder().encodeToString(EVENT_KEY);
    }

    private static byte[] leaf(int index) {
        return ("{\"aggregate\":\"" + (index % 2 == 0 ? "removal" : "notice") + "\",\"aggregateId\":\""
                        + new UUID(0, index % 2) + "\",\"commitment\":\""
                        + Commitment.to(event(index).getBytes(UTF_8), EVENT_KEY) + "\",\"eventId\":\""
                        + new UUID(1, index) + "\",\"sequence\":" + (index / 2 + 1)
                        + ",\"time\":\"2026-11-24T11:00:00Z\",\"type\":\"openhotline.removal.removed.v1\",\"v\":1}")
                .getBytes(UTF_8);
    }
}
