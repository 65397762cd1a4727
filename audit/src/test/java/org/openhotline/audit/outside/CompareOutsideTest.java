// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogDamaged;
import org.openhotline.audit.log.LogFixture;
import org.openhotline.audit.log.LogWriter;
import org.openhotline.audit.note.SignerKey;

class CompareOutsideTest {
    @TempDir
    Path folder;

    private Path kept;
    private CompareOutside compare;
    private Log log;

    @BeforeEach
    void log() {
        kept = folder.resolve("kept");
        compare = new CompareOutside(new FileOutside(kept));
        log = new Log(folder.resolve("log"), LogFixture.KEY.verifier());
    }

    @Test
    void a_log_that_has_grown_out_of_the_checkpoint_outside_may_go_on() throws Exception {
        grow(5);
        keepCheckpoint();
        assertThatCode(() -> compare.check(log)).doesNotThrowAnyException();
        grow(300);
        assertThatCode(() -> compare.check(log)).doesNotThrowAnyException();
    }

    @Test
    void a_copy_from_before_is_found_out() throws Exception {
        grow(5);
        LogFixture.copy(folder.resolve("log"), folder.resolve("copy"));
        grow(8);
        keepCheckpoint();

        assertDamaged(new Log(folder.resolve("copy"), LogFixture.KEY.verifier()), "8 entries lies outside");
    }

    @Test
    void another_history_of_the_same_length_is_found_out() throws Exception {
        grow(5);
        keepCheckpoint();
        try (LogWriter other = LogWriter.open(folder.resolve("other"), LogFixture.KEY)) {
            other.append(0, List.of(new byte[6], new byte[5], new byte[4], new byte[3], new byte[2], new byte[1]));
            assertDamaged(other.log(), "not the one whose checkpoint of 5 entries");
        }
    }

    @Test
    void a_log_that_was_begun_anew_is_found_out_with_the_same_key_and_with_another() throws Exception {
        grow(5);
        keepCheckpoint();
        assertDamaged(new Log(folder.resolve("none"), LogFixture.KEY.verifier()), "has only 0");
        SignerKey other = SignerKey.generate(LogFixture.KEY.verifier().name());
        assertDamaged(new Log(folder.resolve("none"), other.verifier()), "not signed with the key of this log");
        Files.writeString(kept, "nonsense");
        assertDamaged(log, "not a checkpoint");
    }

    @Test
    void without_a_checkpoint_outside_only_an_empty_log_may_begin() throws Exception {
        assertThatCode(() -> compare.check(log)).doesNotThrowAnyException();
        grow(1);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> compare.check(log));
    }

    private void assertDamaged(Log checked, String words) {
        assertThatExceptionOfType(LogDamaged.class)
                .isThrownBy(() -> compare.check(checked))
                .withMessageContaining(words);
    }

    private void grow(int size) throws IOException {
        LogFixture.make(folder.resolve("log"), size, size);
    }

    private void keepCheckpoint() throws IOException {
        Files.copy(folder.resolve("log/checkpoint"), kept);
    }
}
