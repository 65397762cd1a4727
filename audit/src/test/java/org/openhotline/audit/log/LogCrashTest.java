// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.audit.log.LogFixture.KEY;
import static org.openhotline.audit.log.LogFixture.copy;
import static org.openhotline.audit.log.LogFixture.copyFile;
import static org.openhotline.audit.log.LogFixture.entries;
import static org.openhotline.audit.log.LogFixture.files;
import static org.openhotline.audit.log.LogFixture.make;
import static org.openhotline.audit.log.LogFixture.verify;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.note.SignerKeyFile;
import org.openhotline.audit.verify.AuditVerifier;

class LogCrashTest {
    private static final int BEFORE = 700;
    private static final int AFTER = 1100;

    @TempDir
    Path folder;

    /** Without the last fsync of a folder any of the renames may be lost, so any subset of the new files is possible. */
    @Test
    void any_part_of_an_append_without_its_checkpoint_is_as_if_it_had_not_begun() throws Exception {
        Path before = folder.resolve("before");
        Path after = folder.resolve("after");
        make(before, BEFORE, 100);
        copy(before, after);
        make(after, AFTER, AFTER);
        Random random = new Random(7);
        for (int crash = 0; crash < 8; crash++) {
            Path crashed = folder.resolve("crashed-" + crash);
            copy(before, crashed);
            for (Path file : files(after.resolve("tile"))) {
                String name = after.relativize(file).toString();
                if (random.nextBoolean() && !Files.exists(crashed.resolve(name))) {
                    copyFile(file, crashed.resolve(name));
                    Files.write(crashed.resolve(name + ".tmp"), new byte[random.nextInt(50)]);
                }
            }
            assertThat(verify(crashed)).startsWith("OK: " + BEFORE);
            make(crashed, AFTER, 100);
            assertThat(verify(crashed)).startsWith("OK: " + AFTER);
            assertThat(new Log(crashed, KEY.verifier()).head().orElseThrow().checkpoint())
                    .isEqualTo(
                            new Log(after, KEY.verifier()).head().orElseThrow().checkpoint());
        }
    }

    @Test
    void what_was_acknowledged_survives_kill_9() throws Exception {
        Path log = folder.resolve("log");
        Path keyFile = folder.resolve("key");
        String key = SignerKeyFile.createIfAbsent(keyFile, KEY.verifier().name())
                .verifier()
                .text();
        long acknowledged = 0;
        for (int round = 0; round < 3; round++) {
            acknowledged = killAfterSomeAppends(log, keyFile, 25 + 30 * round);
            String found = AuditVerifier.run(List.of("log", log.toString(), key));
            assertThat(Long.parseLong(found.split(" ")[1])).isGreaterThanOrEqualTo(acknowledged);
        }
        assertThat(acknowledged).isGreaterThan(60);
    }

    private static long killAfterSomeAppends(Path log, Path keyFile, int appends) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        log.toString(),
                        keyFile.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        try (BufferedReader sizes = writer.inputReader()) {
            for (int i = 0; i < appends; i++) {
                acknowledged = Long.parseLong(sizes.readLine());
            }
            // SIGKILL while the next appends are under way; what it said until then is still in the pipe.
            writer.toHandle().destroyForcibly();
            for (String size = sizes.readLine(); size != null; size = sizes.readLine()) {
                acknowledged = Long.parseLong(size);
            }
        }
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    /** Appends until it is killed and prints each size that it may rely on. */
    static final class EndlessWriter {
        public static void main(String[] arguments) throws Exception {
            Path keyFile = Path.of(arguments[1]);
            try (LogWriter writer = LogWriter.open(
                    Path.of(arguments[0]),
                    SignerKeyFile.createIfAbsent(keyFile, KEY.verifier().name()))) {
                Random random = new Random();
                while (true) {
                    long from = writer.head().size();
                    System.out.println(writer.append(from, entries(from, from + random.nextInt(1, 20)))
                            .size());
                }
            }
        }
    }
}
