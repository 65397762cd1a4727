// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.entries;
import static org.openhotline.audit.log.LogFixture.entry;
import static org.openhotline.audit.log.LogFixture.files;
import static org.openhotline.audit.log.LogFixture.make;
import static org.openhotline.audit.log.LogFixture.verify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.log.LogWriter;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.verify.AuditVerifier.Broken;

class WholeLogTest {
    private static final String POLICY = KEY.verifier().text();

    @TempDir
    Path folder;

    @Test
    void a_log_of_any_size_up_to_several_tiles_is_in_order() throws Exception {
        for (int size : new int[] {0, 1, 2, 3, 255, 256, 257, 511, 512, 600}) {
            Path log = folder.resolve("of-" + size);
            make(log, size, 90);
            assertThat(verify(log))
                    .startsWith("OK: " + size + " entries of " + size + " sources, none missing, none twice");
        }
    }

    @Test
    void a_file_that_is_missing_or_cut_short_or_longer_is_named() throws Exception {
        make(folder, 600, 600);
        for (Path file : files(folder.resolve("tile"))) {
            String name = folder.relativize(file).toString();
            byte[] good = Files.readAllBytes(file);
            Files.delete(file);
            assertThatLogIsBroken(name + " is missing");
            Files.write(file, Arrays.copyOf(good, good.length - 1));
            assertThatLogIsBroken(name + " is cut short");
            Files.write(file, Arrays.copyOf(good, good.length + 1));
            assertThatLogIsBroken(name + " holds more than its");
            Files.write(file, good);
        }
        Files.delete(folder.resolve("checkpoint"));
        assertThatLogIsBroken("the log has no checkpoint");
    }

    @Test
    void two_files_that_were_exchanged_are_found() throws Exception {
        make(folder, 600, 600);
        Path first = folder.resolve("tile/entries/000");
        Path second = folder.resolve("tile/entries/001");
        Path third = folder.resolve("third");
        Files.move(first, third);
        Files.move(second, first);
        Files.move(third, second);
        assertThatLogIsBroken("entry 0 in tile/entries/000 is not the one whose hash is in tile/0/000");
    }

    @Test
    void a_foreign_file_among_the_tiles_is_refused_and_one_beside_the_log_is_told_of() throws Exception {
        make(folder, 3, 3);
        Files.write(folder.resolve("readme"), new byte[1]);
        assertThat(verify(folder))
                .contains("note: nothing signs 2 of the files, such as ")
                .startsWith("OK: 3");
        for (String name : List.of("tile/0/readme", "tile/0/000.p/256", "tile/0/x000/000", "tile/64/000", "tile/0/0")) {
            Path foreign = folder.resolve(name);
            Files.createDirectories(foreign.getParent());
            Files.write(foreign, new byte[32]);
            assertThatLogIsBroken(name + " does not belong among the tiles, and nothing signs it");
            Files.delete(foreign);
        }
    }

    @Test
    void a_partial_tile_of_the_past_must_be_right_too() throws Exception {
        make(folder, 600, 90);
        assertThat(folder.resolve("tile/0/002.p/28")).exists();
        for (String name : List.of("tile/0/002.p/28", "tile/entries/002.p/28")) {
            byte[] good = Files.readAllBytes(folder.resolve(name));
            Files.write(folder.resolve(name), MutationTest.flipped(good, 99));
            assertThatLogIsBroken(name + " is not the beginning of ");
            Files.write(folder.resolve(name), good);
        }
        assertThat(verify(folder)).startsWith("OK: 600");
    }

    @Test
    void a_partial_tile_that_gave_way_to_the_full_one_is_not_missed() throws Exception {
        make(folder, 250, 250);
        Path checkpoint = Files.copy(folder.resolve("checkpoint"), folder.resolve("before"));
        make(folder, 300, 50);
        Files.copy(checkpoint, folder.resolve("checkpoint"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(verify(folder)).startsWith("OK: 250").contains("beyond its checkpoint");
    }

    @Test
    void a_log_that_grows_meanwhile_is_in_order() throws Exception {
        make(folder, 250, 50);
        try (ExecutorService grower = Executors.newSingleThreadExecutor()) {
            Future<?> growth = grower.submit(() -> {
                make(folder, 3_000, 3);
                return null;
            });
            while (!growth.isDone()) {
                assertThat(verify(folder)).startsWith("OK: ");
            }
            growth.get();
        }
        assertThat(verify(folder)).startsWith("OK: 3000");
    }

    @Test
    void an_archive_is_checked_like_a_folder_and_holds_nothing_else() throws Exception {
        Path log = folder.resolve("log");
        make(log, 600, 90);
        Files.delete(log.resolve(".lock"));
        Path zip = zip(log, folder.resolve("log.zip"));
        assertThat(AuditVerifier.run(List.of("log", zip.toString(), POLICY))).startsWith("OK: 600");

        Files.write(log.resolve("readme"), new byte[1]);
        Path stray = zip(log, folder.resolve("stray.zip"));
        assertThatIsBroken(
                "readme does not belong to the log, and nothing signs it",
                () -> AuditVerifier.run(List.of("log", stray.toString(), POLICY)));
    }

    @Test
    void a_log_is_checked_where_it_is_served_with_the_token_of_an_auditor() throws Exception {
        Path log = folder.resolve("log");
        make(log, 600, 90);
        Path token = Files.writeString(folder.resolve("token"), "the-token\n");
        HttpServer server = serve(log, "Bearer the-token");
        try {
            String address = "http://localhost:" + server.getAddress().getPort() + "/audit/tlog";
            assertThat(AuditVerifier.run(List.of("log", address, POLICY, "--token-file", token.toString())))
                    .startsWith("OK: 600 entries of 600 sources");
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> AuditVerifier.run(List.of("log", address, POLICY)))
                    .withMessageContaining("answers 403: give a token");
            assertThat(AuditVerifier.run(List.of("log", address, POLICY, "--tree-only")))
                    .startsWith("OK: 600 entries");
            Files.delete(log.resolve("tile/1/000.p/2"));
            assertThatIsBroken(
                    "tile/1/000.p/2 is missing",
                    () -> AuditVerifier.run(List.of("log", address, POLICY, "--tree-only")));
        } finally {
            server.stop(0);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditVerifier.run(
                        List.of("log", "http://hotline.example/", POLICY, "--token-file", token.toString())))
                .withMessageContaining("not sent over http");
    }

    @Test
    void an_event_that_comes_twice_is_found() throws Exception {
        write(entry(1), entry(2), entry(1));
        assertThatLogIsBroken("entry 2 comes twice or too late: of removal:00000000-0000-0000-0000-000000000001 it is "
                + "number 1, but number 1 stands before it");
    }

    @Test
    void events_of_one_source_in_another_order_are_found() throws Exception {
        write(entry(1), number(1, 2), number(1, 4), number(1, 3));
        assertThatLogIsBroken("of removal:00000000-0000-0000-0000-000000000001 number 3 is missing before entry 2");
    }

    @Test
    void a_hole_is_found_unless_it_has_been_explained() throws Exception {
        write(entry(2), number(1, 3));
        assertThatLogIsBroken(
                "of removal:00000000-0000-0000-0000-000000000001 number 1 is missing before entry 1, which is number 3");
        String source = "missing removal:00000000-0000-0000-0000-000000000001 ";
        String policy = "log " + POLICY + "\n" + source + "1\n" + source + "2\n";
        Path file = Files.writeString(folder.resolve("policy"), policy);
        assertThat(AuditVerifier.run(List.of("log", folder.toString(), file.toString())))
                .startsWith("OK: 2 entries");
    }

    @Test
    void what_the_log_says_of_its_checkpoints_makes_no_entry_so_its_own_numbers_need_only_rise() throws Exception {
        write(ofLog(3), ofLog(7));
        assertThat(verify(folder)).startsWith("OK: 2 entries of 1 sources");
        Path other = folder.resolve("other");
        try (LogWriter writer = LogWriter.open(other, KEY)) {
            writer.append(0, List.of(ofLog(7), ofLog(7)));
        }
        assertThatIsBroken("entry 1 comes twice or too late", () -> verify(other));
    }

    @Test
    void many_sources_take_files_and_no_memory() throws Exception {
        try (AuditVerifier.Numbering numbering = new AuditVerifier.Numbering(java.util.Set.of())) {
            for (int sequence = 1; sequence <= 2; sequence++) {
                for (long source = 0; source < 100_000; source++) {
                    numbering.add(
                            source,
                            new AuditVerifier.Entry(
                                    source % 2 == 0 ? "notice" : "removal",
                                    new java.util.UUID(7, source / 2),
                                    "",
                                    new java.util.UUID(0, 0),
                                    sequence,
                                    "",
                                    ""));
                }
            }
            assertThat(numbering.sources()).isEqualTo(100_000);
        }
    }

    @Test
    void an_entry_in_any_other_spelling_is_refused() throws Exception {
        String good = text(entry(1));
        assertThat(AuditVerifier.Entry.parse(() -> "it", entry(1), 0, entry(1).length)
                        .source())
                .isEqualTo("removal:00000000-0000-0000-0000-000000000001");
        for (String bad : List.of(
                good + " ",
                good.replace(":1,", ":01,"),
                good.replace(":1,", ":0,"),
                good.replace(":1,", ":9007199254740992,"),
                good.replace("A=", "B="),
                good.replace("11:00:00Z", "11:00:00.10Z"),
                good.replace("Z\"", "+00:00\""),
                good.replace("{", "{ "),
                good.replace("\"v\":1", "\"v\":2"),
                good.replace("0001-", "000A-"),
                good.replace("removal\"", "\""),
                good.substring(0, good.length() - 1))) {
            byte[] bytes = bad.getBytes(UTF_8);
            assertThatExceptionOfType(Broken.class)
                    .as(bad)
                    .isThrownBy(() -> AuditVerifier.Entry.parse(() -> "it", bytes, 0, bytes.length))
                    .withMessageStartingWith("it does not have the form of an entry");
        }
    }

    @Test
    void a_past_that_was_rewritten_is_found_by_whoever_kept_a_checkpoint() throws Exception {
        Path honest = folder.resolve("honest");
        make(honest, 40, 40);
        Path kept = Files.copy(honest.resolve("checkpoint"), folder.resolve("kept"));
        make(honest, 900, 300);
        Path keptLater = Files.copy(honest.resolve("checkpoint"), folder.resolve("kept-later"));
        make(honest, 1000, 100);
        List<String> older = List.of("--older", kept.toString(), "--older", keptLater.toString());
        assertThat(check(honest, older)).startsWith("OK: 1000");

        Path forked = folder.resolve("forked");
        List<byte[]> rewritten = new ArrayList<>(entries(0, 1000));
        rewritten.set(777, entry(1777));
        try (LogWriter writer = LogWriter.open(forked, KEY)) {
            writer.append(0, rewritten);
        }
        assertThat(verify(forked)).startsWith("OK: 1000");
        assertThat(check(forked, List.of("--older", kept.toString()))).startsWith("OK: 1000");
        assertThatIsBroken(
                "the past has been rewritten: the first 900 entries are not those that "
                        + KEY.verifier().name() + " (key ",
                () -> check(forked, older));
        Path cut = folder.resolve("cut");
        make(cut, 899, 899);
        assertThatIsBroken(
                "entries have been taken away: the log has 899 entries now, but "
                        + KEY.verifier().name(),
                () -> check(cut, older));
    }

    @Test
    void a_state_file_remembers_the_last_time() throws Exception {
        Path log = folder.resolve("log");
        List<String> state = List.of("--state", folder.resolve("state").toString());
        make(log, 40, 40);
        assertThat(check(log, state)).startsWith("OK: 40");
        make(log, 90, 50);
        assertThat(check(log, state)).startsWith("OK: 90");
        assertThat(folder.resolve("state")).hasSameBinaryContentAs(log.resolve("checkpoint"));

        Path rolledBack = folder.resolve("rolled-back");
        make(rolledBack, 89, 89);
        assertThatIsBroken("entries have been taken away", () -> check(rolledBack, state));
        Files.writeString(folder.resolve("state"), "nonsense");
        assertThatIsBroken(folder.resolve("state") + " is not a text with signature lines", () -> check(log, state));
    }

    @Test
    void another_key_is_refused() throws Exception {
        make(folder, 3, 3);
        String other = SignerKey.generate(KEY.verifier().name()).verifier().text();
        assertThatIsBroken(
                "checkpoint carries no signature of hotline.example/audit/tlog (key ",
                () -> AuditVerifier.run(List.of("log", folder.toString(), other)));
        String stranger =
                SignerKey.generate("other.example/audit/tlog").verifier().text();
        assertThatIsBroken(
                "checkpoint is of the log hotline.example/audit/tlog and not of other.example/audit/tlog",
                () -> AuditVerifier.run(List.of("log", folder.toString(), stranger)));
    }

    private static String check(Path log, List<String> options) throws Exception {
        List<String> command = new ArrayList<>(List.of("log", log.toString(), POLICY));
        command.addAll(options);
        return AuditVerifier.run(command);
    }

    private void write(byte[]... entries) throws IOException {
        try (LogWriter writer = LogWriter.open(folder, KEY)) {
            writer.append(0, List.of(entries));
        }
    }

    private static byte[] number(long source, long sequence) {
        return text(entry(source))
                .replace("\"sequence\":1", "\"sequence\":" + sequence)
                .getBytes(UTF_8);
    }

    private static byte[] ofLog(long sequence) {
        return text(number(1, sequence)).replace("\"removal\"", "\"log\"").getBytes(UTF_8);
    }

    private static String text(byte[] entry) {
        return new String(entry, UTF_8);
    }

    private static Path zip(Path log, Path zip) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : files(log)) {
                out.putNextEntry(new ZipEntry(log.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return zip;
    }

    /** As audit serves it: bundles to auditors only. */
    private static HttpServer serve(Path log, String authorization) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/audit/tlog/", exchange -> {
            try (exchange) {
                String name = exchange.getRequestURI().getPath().substring("/audit/tlog/".length());
                Path file = log.resolve(name);
                boolean isSecret = name.contains("entries")
                        && !authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"));
                int status = isSecret ? 403 : Files.exists(file) ? 200 : 404;
                byte[] body = status == 200 ? Files.readAllBytes(file) : new byte[0];
                exchange.sendResponseHeaders(status, status == 200 ? body.length : -1);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return server;
    }

    private void assertThatLogIsBroken(String message) {
        assertThatIsBroken(message, () -> verify(folder));
    }

    static void assertThatIsBroken(String message, ThrowingCallable check) {
        assertThatExceptionOfType(Broken.class).isThrownBy(check).withMessageContaining(message);
    }
}
