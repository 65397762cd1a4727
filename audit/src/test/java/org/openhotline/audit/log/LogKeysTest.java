// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.note.TwoKeys;

class LogKeysTest {
    @TempDir
    Path folder;

    private Path file;
    private LogKeys keys;

    @BeforeEach
    void log() {
        file = folder.resolve("keys/audit.key");
        keys = new LogKeys(
                folder.resolve("log"),
                file,
                "hotline.example/audit/tlog",
                InstantSource.fixed(Instant.parse("2026-11-24T10:15:30Z")));
    }

    @Test
    void every_checkpoint_carries_both_signatures_where_that_is_wanted() throws Exception {
        TwoKeys both = keys.both();
        try (LogWriter writer = LogWriter.open(keys.folder(), both)) {
            Log.Head head = writer.append(0, List.of(new byte[] {1}));

            assertThat(head.note().isSignedBy(both.first().verifier())).isTrue();
            assertThat(head.note().isSignedBy(both.second().verifier())).isTrue();
            assertThat(writer.log().head()).contains(head);
        }
    }

    @Test
    void a_log_can_begin_to_sign_twice_later_and_then_needs_both_keys() throws Exception {
        LogWriter.open(keys.folder(), keys.first()).close();
        TwoKeys both = keys.both();
        try (LogWriter writer = LogWriter.open(keys.folder(), both)) {
            writer.append(0, List.of(new byte[] {1}));
        }
        assertThat(keys.both().verifiers().getLast().text())
                .isEqualTo(both.verifiers().getLast().text());

        Files.delete(folder.resolve("keys/audit.key.ml-dsa"));
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(keys::both);
        Files.delete(file);
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(keys::first);
    }
}
