// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignerKeyFileTest {
    private static final String ORIGIN = "hotline.example/audit/tlog";

    @TempDir
    Path folder;

    @Test
    void the_first_call_makes_the_key_and_the_next_finds_it() throws Exception {
        Path file = folder.resolve("keys/audit.key");
        SignerKey made = SignerKeyFile.createIfAbsent(file, ORIGIN);
        SignerKey found = SignerKeyFile.createIfAbsent(file, ORIGIN);

        assertThat(found.verifier().text()).isEqualTo(made.verifier().text());
        assertThat(found.sign("text\n").isSignedBy(made.verifier())).isTrue();
        assertThat(folder.resolve("keys")).isDirectoryContaining(f -> f.equals(file));
        assertThat(Files.list(folder.resolve("keys"))).hasSize(1);
    }

    @Test
    void only_the_owner_may_read_it() throws Exception {
        Path file = folder.resolve("audit.key");
        SignerKeyFile.createIfAbsent(file, ORIGIN);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_key_of_another_log_and_two_halves_that_do_not_fit_are_refused() throws Exception {
        Path file = folder.resolve("audit.key");
        SignerKeyFile.createIfAbsent(file, ORIGIN);
        assertThatIllegalArgumentException().isThrownBy(() -> SignerKeyFile.read(file, "other.example"));

        String secret = Files.readAllLines(file).getFirst();
        String stranger = SignerKey.generate(ORIGIN).verifier().text();
        Files.writeString(file, secret + "\n" + stranger + "\n");
        assertThatIllegalArgumentException().isThrownBy(() -> SignerKeyFile.read(file, ORIGIN));
    }
}
