// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.make;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.verify.AuditVerifier.Checkpoint;
import org.openhotline.audit.verify.AuditVerifier.CosigningKey;
import org.openhotline.audit.verify.AuditVerifier.Policy;
import org.openhotline.audit.verify.AuditVerifier.Witness;

/** Every rule of tlog-witness, over HTTP. */
class WitnessTest {
    private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
    private static final String NAME = "ministry.example/watcher";
    private static final String ORIGIN_HASH = HexFormat.of()
            .formatHex(AuditVerifier.Hash.sha256(KEY.verifier().name().getBytes(UTF_8)));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path shared;

    private static Log log;

    @TempDir
    Path folder;

    private Witness witness;
    private String address;

    @BeforeAll
    static void make_a_log() throws Exception {
        make(shared, 20, 20);
        log = new Log(shared, KEY.verifier());
    }

    @BeforeEach
    void open() throws Exception {
        CosigningKey.make(NAME, folder.resolve("witness.key"), true);
        Files.writeString(
                folder.resolve("logs"), "# ours\nlog " + KEY.verifier().text() + "\n");
        start(() -> {});
    }

    private void start(Runnable beforeAnswer) throws Exception {
        witness = new Witness(folder, () -> NOW, beforeAnswer);
        address = "http://localhost:" + witness.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws Exception {
        witness.close();
    }

    @Test
    void a_log_that_grows_is_cosigned_with_both_kinds_of_signature() throws Exception {
        assertThat(add(0, List.of(), checkpoint(7)).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = add(7, proof(7), checkpoint(20));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(2).allMatch(line -> line.startsWith("\u2014 " + NAME + " "));

        List<CosigningKey> keys = CosigningKey.read(folder.resolve("witness.key"));
        String policy = "log " + KEY.verifier().text() + "\nwitness w "
                + keys.get(0).key().text() + "\nwitness pq " + keys.get(1).key().text()
                + "\ngroup all-of-it all w pq\nquorum all-of-it\n";
        String cosigned = checkpoint(20) + answer.body();
        assertThat(Policy.parse(policy).check("it", Checkpoint.parse("it", cosigned.getBytes(UTF_8))))
                .isEmpty();
        assertThat(get("/" + ORIGIN_HASH + "/checkpoint").body()).isEqualTo(cosigned);
    }

    @Test
    void the_same_checkpoint_can_be_cosigned_again() throws Exception {
        assertThat(add(0, List.of(), checkpoint(7)).statusCode()).isEqualTo(200);
        assertThat(add(7, List.of(), checkpoint(7)).statusCode()).isEqualTo(200);
        assertThat(add(7, List.of("A".repeat(43) + "="), checkpoint(7)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_malformed_request_is_refused_with_400() throws Exception {
        String good = request(0, List.of(), checkpoint(7));
        for (String bad : List.of(
                "",
                good.replace("old 0", "old 00"),
                good.replace("old 0", "old  0"),
                good.replace("old 0", "new 0"),
                good.replace("old 0\n", ""),
                good.replace("old 0\n", "old 0\nno hash\n"),
                good.replace("old 0\n", "old 0\n" + ("A".repeat(43) + "=\n").repeat(64)),
                good.replace("\n7\n", "\n07\n"),
                good.replace("\n\n", "\n"),
                good.strip(),
                good + "x".repeat(1 << 20))) {
            assertThat(post(bad).statusCode())
                    .as(bad.lines().limit(4).collect(Collectors.joining("|")))
                    .isEqualTo(400);
        }
        assertThat(get("/" + ORIGIN_HASH + "/checkpoint").statusCode()).isEqualTo(404);
    }

    @Test
    void an_old_size_beyond_the_new_one_is_refused_with_400() throws Exception {
        assertThat(add(8, List.of(), checkpoint(7)).statusCode()).isEqualTo(400);
    }

    @Test
    void a_log_that_is_not_watched_is_refused_with_404() throws Exception {
        SignerKey other = SignerKey.generate("other.example/audit/tlog");
        String text = checkpointText(7)
                .replace(KEY.verifier().name(), other.verifier().name());
        assertThat(add(0, List.of(), other.sign(text).whole()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_checkpoint_that_its_log_has_not_signed_is_refused_with_403() throws Exception {
        SignerKey other = SignerKey.generate(KEY.verifier().name());
        assertThat(add(0, List.of(), other.sign(checkpointText(7)).whole()).statusCode())
                .isEqualTo(403);
        assertThat(add(0, List.of(), checkpoint(7).replace("\n7\n", "\n8\n")).statusCode())
                .isEqualTo(403);
        String wrongBesideGood =
                checkpoint(7) + checkpoint(20).substring(checkpoint(20).indexOf('\u2014'));
        assertThat(add(0, List.of(), wrongBesideGood).statusCode()).isEqualTo(403);
        String unknownBesideGood =
                checkpoint(7) + other.sign(checkpointText(7)).whole().split("\n\n")[1];
        assertThat(add(0, List.of(), unknownBesideGood).statusCode()).isEqualTo(200);
    }

    @Test
    void another_old_size_than_the_last_one_is_refused_with_409_and_the_last_one() throws Exception {
        HttpResponse<String> first = add(5, List.of(), checkpoint(7));
        assertThat(first.statusCode()).isEqualTo(409);
        assertThat(first.body()).isEqualTo("0\n");
        add(0, List.of(), checkpoint(7));
        HttpResponse<String> answer = add(0, List.of(), checkpoint(20));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("7\n");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    }

    @Test
    void a_log_whose_past_has_changed_is_refused_with_422() throws Exception {
        add(0, List.of(), checkpoint(7));
        List<String> wrong = new ArrayList<>(proof(7));
        wrong.set(0, "A".repeat(43) + "=");
        assertThat(add(7, wrong, checkpoint(20)).statusCode()).isEqualTo(422);
        assertThat(add(7, List.of(), checkpoint(20)).statusCode()).isEqualTo(422);
        String forked = KEY.sign(checkpointText(7).replaceAll("\n[^\n]{44}\n$", "\n" + "A".repeat(43) + "=\n"))
                .whole();
        assertThat(add(7, List.of(), forked).statusCode()).isEqualTo(422);
        assertThat(get("/" + ORIGIN_HASH + "/checkpoint").body()).startsWith(checkpoint(7));
    }

    @Test
    void the_first_checkpoint_comes_without_a_proof_and_the_empty_log_has_one_root() throws Exception {
        assertThat(add(0, proof(7), checkpoint(20)).statusCode()).isEqualTo(422);
        String emptyButNot = KEY.verifier().name() + "\n0\n" + "A".repeat(43) + "=\n";
        assertThat(add(0, List.of(), KEY.sign(emptyButNot).whole()).statusCode())
                .isEqualTo(422);
        String empty = KEY.verifier().name() + "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
        assertThat(add(0, List.of(), KEY.sign(empty).whole()).statusCode()).isEqualTo(200);
        assertThat(add(0, List.of(), checkpoint(7)).statusCode()).isEqualTo(200);
    }

    @Test
    void extension_lines_are_cosigned_as_they_are() throws Exception {
        String extended = KEY.sign(checkpointText(7) + "an extension\n").whole();
        HttpResponse<String> answer = add(0, List.of(), extended);
        Checkpoint checkpoint = Checkpoint.parse("it", (extended + answer.body()).getBytes(UTF_8));
        CosigningKey key = CosigningKey.read(folder.resolve("witness.key")).getFirst();
        assertThat(checkpoint.note().signatures().get(1).isOf(key.key())).isTrue();
        assertThat(key.key()
                        .verifies(
                                checkpoint,
                                checkpoint.note().signatures().get(1).signature()))
                .isTrue();
    }

    @Test
    void there_is_nothing_else_to_call() throws Exception {
        assertThat(get("/add-checkpoint").statusCode()).isEqualTo(405);
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/../witness.key").statusCode()).isEqualTo(404);
    }

    /** Both would be right alone; only one can be the next. */
    @Test
    void of_two_requests_at_once_one_gets_409() throws Exception {
        for (int round = 0; round < 10; round++) {
            Files.deleteIfExists(folder.resolve("seen").resolve(ORIGIN_HASH));
            try (var threads = Executors.newFixedThreadPool(2)) {
                Callable<Integer> small = () -> add(0, List.of(), checkpoint(7)).statusCode();
                Callable<Integer> large =
                        () -> add(0, List.of(), checkpoint(20)).statusCode();
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> status : threads.invokeAll(List.of(small, large))) {
                    statuses.add(status.get());
                }
                assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            }
        }
    }

    @Test
    void what_was_cosigned_is_remembered_across_a_restart() throws Exception {
        add(0, List.of(), checkpoint(20));
        witness.close();
        start(() -> {});
        assertThat(add(0, List.of(), checkpoint(7)).body()).isEqualTo("20\n");
        Files.writeString(folder.resolve("seen").resolve(ORIGIN_HASH), "damaged");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> add(20, List.of(), checkpoint(20)));
    }

    @Test
    void killed_between_disk_and_answer_it_has_signed_nothing_that_it_does_not_remember() throws Exception {
        witness.close();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DiesBeforeItAnswers.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader()) {
            address = "http://localhost:" + said.readLine();
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> add(0, List.of(), checkpoint(7)));
        }
        assertThat(process.waitFor()).isEqualTo(9);

        start(() -> {});
        String forked = KEY.sign(checkpointText(7).replaceAll("\n[^\n]{44}\n$", "\n" + "A".repeat(43) + "=\n"))
                .whole();
        assertThat(add(0, List.of(), forked).body()).isEqualTo("7\n");
        assertThat(add(7, List.of(), forked).statusCode()).isEqualTo(422);
        assertThat(add(7, List.of(), checkpoint(7)).statusCode()).isEqualTo(200);
        assertThat(add(7, proof(7), checkpoint(20)).statusCode()).isEqualTo(200);
    }

    /** A witness that is gone, as by kill -9, once its signature is on disk and before anybody has it. */
    static final class DiesBeforeItAnswers {
        public static void main(String[] arguments) throws Exception {
            Witness witness = new Witness(
                    Path.of(arguments[0]), () -> NOW, () -> Runtime.getRuntime().halt(9));
            System.out.println(witness.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
            Thread.currentThread().join();
        }
    }

    @Test
    void two_witnesses_do_not_work_in_one_folder() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Witness(folder, () -> NOW, () -> {}))
                .withMessageStartingWith("another witness is at work in this folder");
    }

    @Test
    void a_key_file_is_for_its_owner_and_never_overwritten() throws Exception {
        Path key = folder.resolve("witness.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> AuditVerifier.run(List.of("make-key", NAME, key.toString())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditVerifier.run(
                        List.of("make-key", "a name", folder.resolve("k").toString())));
    }

    private HttpResponse<String> add(long old, List<String> proof, String checkpoint) throws Exception {
        return post(request(old, proof, checkpoint));
    }

    private static String request(long old, List<String> proof, String checkpoint) {
        return "old " + old + "\n" + proof.stream().map(hash -> hash + "\n").collect(Collectors.joining()) + "\n"
                + checkpoint;
    }

    private HttpResponse<String> post(String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address + "/add-checkpoint"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> proof(long older) throws Exception {
        return log.proveConsistency(older, log.head().orElseThrow()).stream()
                .map(Hash::base64)
                .toList();
    }

    private static String checkpoint(long size) throws Exception {
        return KEY.sign(checkpointText(size)).whole();
    }

    private static String checkpointText(long size) throws Exception {
        return KEY.verifier().name() + "\n" + size + "\n"
                + log.root(size, log.head().orElseThrow()).base64() + "\n";
    }
}
