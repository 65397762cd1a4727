// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.entry;
import static org.openhotline.audit.log.LogFixture.make;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.Commitment;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.verify.AuditVerifier.Broken;

/** The commands that no other test calls. */
class CommandTest {
    private static final String POLICY = KEY.verifier().text();

    @TempDir
    Path folder;

    @Test
    void an_entry_is_bound_to_its_event() throws Exception {
        byte[] event = "{\"at\":\"2026-11-24T11:00:00Z\"}".getBytes(UTF_8);
        byte[] eventKey = new byte[32];
        String bound = new String(entry(1), UTF_8).replace("A".repeat(43) + "=", Commitment.to(event, eventKey));
        Path entry = Files.writeString(folder.resolve("entry"), bound);
        Path file = Files.write(folder.resolve("event"), event);
        String key = Base64.getEncoder().encodeToString(eventKey);
        Path keyFile = Files.writeString(folder.resolve("key"), key + "\n");

        for (String given : List.of(key, keyFile.toString())) {
            assertThat(run("event", entry, file, given)).isEqualTo("OK: the entry was written for this event");
        }
        String otherKey = Base64.getEncoder().encodeToString(new byte[] {1, 2});
        assertBroken("the key of its event does not have 32 bytes", "event", entry, file, otherKey);
        Files.write(file, MutationTest.flipped(event, 9));
        assertBroken(entry + " was written for another event, or under another key", "event", entry, file, key);
    }

    @Test
    void a_checkpoint_is_checked_alone() throws Exception {
        make(folder, 5, 5);
        Path checkpoint = folder.resolve("checkpoint");
        assertThat(run("checkpoint", checkpoint, POLICY))
                .isEqualTo("OK: hotline.example/audit/tlog had 5 entries, signed by all who must");
        Files.writeString(checkpoint, Files.readString(checkpoint).replace("\n5\n", "\n6\n"));
        assertBroken(
                checkpoint + ": the signature of " + KEY.verifier().name() + " (key ",
                "checkpoint",
                checkpoint,
                POLICY);
    }

    @Test
    void that_a_log_has_grown_is_shown_by_two_checkpoints_and_a_proof() throws Exception {
        make(folder, 5, 5);
        Path newer = folder.resolve("checkpoint");
        Path older = Files.copy(newer, folder.resolve("older"));
        make(folder, 9, 4);
        Log log = new Log(folder, KEY.verifier());
        Path proof = Files.writeString(
                folder.resolve("proof"),
                log.proveConsistency(5, log.head().orElseThrow()).stream()
                        .map(Hash::base64)
                        .collect(Collectors.joining("\n")));
        assertThat(run("grown", older, newer, proof, POLICY)).isEqualTo("OK: grown from 5 to 9 entries");

        Path other = folder.resolve("other");
        make(other, 5, 5);
        Files.copy(other.resolve("checkpoint"), proof, StandardCopyOption.REPLACE_EXISTING);
        assertBroken(proof + ": a hash is not base64", "grown", older, newer, proof, POLICY);
        Files.writeString(proof, "A".repeat(43) + "=\n");
        assertBroken(
                proof + " does not show that the checkpoint of 9 entries has grown out of the one of 5",
                "grown",
                older,
                newer,
                proof,
                POLICY);
    }

    @Test
    void the_source_prints_itself_without_its_package_so_that_it_runs_anywhere() throws Exception {
        assertThat(run("source"))
                .startsWith("// SPDX-License-Identifier: Apache-2.0\nimport static")
                .contains("public final class AuditVerifier {");
    }

    @Test
    void called_wrongly_it_says_how() {
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("log"),
                List.of("log", "a", "b", "c"),
                List.of("log", "a", "b", "--oldest", "c"),
                List.of("log", "a", "b", "--older"),
                List.of("receipt", "a", "b", "c", "--tree-only"),
                List.of("nonsense"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AuditVerifier.run(wrong))
                    .withMessageContaining("receipt PROOF ENTRY POLICY");
        }
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> run("log", folder, "no-such-policy"));
    }

    private static void assertBroken(String message, Object... arguments) {
        assertThatExceptionOfType(Broken.class).isThrownBy(() -> run(arguments)).withMessageContaining(message);
    }

    private static String run(Object... arguments) throws Exception {
        return AuditVerifier.run(
                java.util.Arrays.stream(arguments).map(Object::toString).toList());
    }
}
