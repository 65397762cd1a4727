// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.soundness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.audit.log.LogFixture.KEY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.EventFixture;
import org.openhotline.audit.log.TestLog;
import org.openhotline.audit.soundness.Verification.Result;

class VerifyLogTest {
    @TempDir
    Path folder;

    private VerifyLog verifying;

    @BeforeEach
    void watch() {
        verifying = new VerifyLog(folder, KEY.verifier().text(), InstantSource.fixed(EventFixture.AT));
    }

    @Test
    void before_the_log_begins_nothing_is_wrong() {
        assertThat(verifying.last()).isEmpty();
        assertThat(verifying.run().result()).isEqualTo(Result.UNFINISHED);
    }

    @Test
    void a_log_that_grows_is_sound_each_time() throws Exception {
        append(1);
        assertThat(verifying.run().result()).isEqualTo(Result.SOUND);
        append(2);
        Verification last = verifying.run();
        assertThat(last.result()).isEqualTo(Result.SOUND);
        assertThat(last.sentence()).startsWith("OK: 2 entries");
        assertThat(verifying.last()).contains(last);
    }

    @Test
    void one_flipped_bit_is_told_in_a_sentence() throws Exception {
        append(1);
        Path bundle = file("tile/entries");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length / 2] ^= 1;
        Files.write(bundle, bytes);
        Verification found = verifying.run();
        assertThat(found.result()).isEqualTo(Result.BROKEN);
        assertThat(found.isBroken()).isTrue();
        assertThat(found.sentence()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void an_older_copy_in_its_place_is_found_out_by_what_was_seen_the_last_time() throws Exception {
        append(1);
        byte[] older = Files.readAllBytes(folder.resolve("checkpoint"));
        append(2);
        verifying.run();
        Files.write(folder.resolve("checkpoint"), older);
        assertThat(verifying.run().sentence()).contains("taken away");
    }

    private void append(long sequence) throws IOException {
        TestLog.Outside outside = new TestLog.Outside();
        try (TestLog log = new TestLog(folder, KEY, outside)) {
            log.take(EventFixture.event(1, sequence));
        }
    }

    private Path file(String below) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
