// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.http.OutsideHttp;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogFixture;
import org.openhotline.audit.log.LogKeys;
import org.openhotline.audit.log.LogWriter;
import org.openhotline.audit.note.TwoKeys;
import org.openhotline.audit.note.VerifierKey;
import org.openhotline.audit.outside.CompareOutside;
import org.openhotline.audit.outside.http.BearerToken;
import org.openhotline.audit.outside.http.HttpOutside;
import org.openhotline.audit.witness.AskWitnesses;
import org.openhotline.audit.witness.CosignedCheckpoints;
import org.openhotline.audit.witness.Witness;
import org.openhotline.audit.witness.http.HttpCosigning;

/** The log and the witness of the stand-alone verifier, which share no code, over HTTP on the loopback. */
class WatchTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T10:15:30Z"));
    private static final String ORIGIN = "hotline.example/audit/tlog";

    @TempDir
    Path temporary;

    @Test
    void a_log_with_both_signatures_is_cosigned_while_it_grows_and_satisfies_a_policy_that_names_all()
            throws Exception {
        Path folder = temporary.resolve("log");
        TwoKeys keys = new LogKeys(folder, temporary.resolve("audit.key"), ORIGIN, CLOCK).both();
        Path watcher = Files.createDirectories(temporary.resolve("watcher"));
        AuditVerifier.CosigningKey.make("ministry.example/watcher", watcher.resolve("witness.key"), true);
        Files.writeString(watcher.resolve("logs"), "log " + keys.verifier().text() + "\n");
        List<VerifierKey> cosigners = Files.readAllLines(watcher.resolve("witness.key")).stream()
                .filter(line -> line.startsWith("ministry.example"))
                .map(VerifierKey::parse)
                .toList();
        Path policy = policy(keys, cosigners);
        try (LogWriter writer = LogWriter.open(folder, keys);
                var witness = new AuditVerifier.Witness(watcher, CLOCK, () -> {})) {
            int port = witness.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI address = URI.create("http://127.0.0.1:" + port);
            Log log = writer.log();
            var kept = new CosignedCheckpoints(folder, keys.verifier());
            var ask = new AskWitnesses(
                    List.of(new Witness("ministry", address, cosigners)),
                    new HttpCosigning(new OutsideHttp()),
                    log,
                    kept,
                    CLOCK);
            for (int size : List.of(1, 7, 260, 600)) {
                writer.append(
                        writer.head().size(), LogFixture.entries(writer.head().size(), size));
                ask.round();
                assertThat(ask.reach().getFirst().trouble()).isEmpty();
                assertThat(kept.newest().orElseThrow().size()).isEqualTo(size);
            }
            String checked = AuditVerifier.run(
                    List.of("checkpoint", folder.resolve("witnessed").toString(), policy.toString()));
            assertThat(checked).startsWith("OK").doesNotContain("note:");
            assertThatExceptionOfType(AuditVerifier.Broken.class)
                    .isThrownBy(() -> AuditVerifier.run(
                            List.of("checkpoint", folder.resolve("checkpoint").toString(), policy.toString())))
                    .withMessageContaining("too few witnesses");

            // What the witness keeps is what the log can be compared with after a restore.
            URI monitoring = URI.create(address + "/"
                    + HexFormat.of().formatHex(AuditVerifier.Hash.sha256(ORIGIN.getBytes(StandardCharsets.UTF_8)))
                    + "/checkpoint");
            var outside = new HttpOutside(new OutsideHttp(), monitoring, new BearerToken(Optional.empty()));
            new CompareOutside(outside).check(log);
            assertThat(outside.newest().orElseThrow())
                    .startsWith(kept.newest().orElseThrow().note().text());
        }
    }

    private Path policy(TwoKeys keys, List<VerifierKey> cosigners) throws Exception {
        List<String> lines = new ArrayList<>(List.of(
                "log " + keys.verifiers().getFirst().text(),
                "require " + keys.verifiers().getLast().text()));
        List<String> names = new ArrayList<>();
        for (VerifierKey key : cosigners) {
            names.add("w" + names.size());
            lines.add("witness " + names.getLast() + " " + key.text());
        }
        lines.add("group ministry all " + String.join(" ", names));
        lines.add("quorum ministry");
        return Files.write(temporary.resolve("policy"), lines);
    }
}
