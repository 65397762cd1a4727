// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;

class SealingTest {
    private static final UUID ITEM = UUID.randomUUID();

    @TempDir
    Path folder;

    private TinkSealing sealing;

    @BeforeEach
    void keys() {
        KeysetFiles.createSealingIfAbsent(folder.resolve("case.json"));
        sealing = new TinkSealing(KeysetFiles.read(folder.resolve("case.json")));
    }

    @Test
    void what_was_sealed_opens_for_its_own_field_only() {
        Sealed sealed = sealing.seal(SealedField.address(ITEM), "http://host.example/page");
        assertThat(sealing.open(SealedField.address(ITEM), sealed)).isEqualTo("http://host.example/page");
        assertThatThrownBy(() -> sealing.open(SealedField.address(UUID.randomUUID()), sealed))
                .isInstanceOf(Opening.CannotOpen.class);
        assertThatThrownBy(() -> sealing.open(SealedField.trace(ITEM), sealed)).isInstanceOf(Opening.CannotOpen.class);
    }

    @Test
    void an_altered_ciphertext_does_not_open_and_the_message_tells_nothing() {
        String text = sealing.seal(SealedField.address(ITEM), "http://host.example/page")
                .text();
        char last = text.charAt(text.length() / 2) == 'A' ? 'B' : 'A';
        String altered = text.substring(0, text.length() / 2) + last + text.substring(text.length() / 2 + 1);
        assertThatThrownBy(() -> sealing.open(SealedField.address(ITEM), new Sealed(altered)))
                .isInstanceOf(Opening.CannotOpen.class)
                .hasMessageNotContaining("host.example");
        assertThatThrownBy(() -> sealing.open(SealedField.address(ITEM), new Sealed("not base64!")))
                .isInstanceOf(Opening.CannotOpen.class);
    }

    @Test
    void the_same_text_never_seals_to_the_same_ciphertext() {
        assertThat(sealing.seal(SealedField.address(ITEM), "a"))
                .isNotEqualTo(sealing.seal(SealedField.address(ITEM), "a"));
    }

    @Test
    void a_keyset_file_is_made_once_and_only_its_owner_may_read_it() throws IOException {
        Path file = folder.resolve("case.json");
        String before = Files.readString(file);
        KeysetFiles.createSealingIfAbsent(file);
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_that_is_no_keyset_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{}");
        assertThatThrownBy(() -> KeysetFiles.read(file)).hasMessageContaining("broken.json");
    }

    @Test
    void an_index_value_is_found_again_after_the_key_has_rotated() throws Exception {
        KeysetHandle old = KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF);
        String before = new TinkBlindIndex(old).of("http://host.example/");
        KeysetHandle rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                        .withRandomId()
                        .makePrimary())
                .build();
        TinkBlindIndex index = new TinkBlindIndex(rotated);
        assertThat(index.of("http://host.example/")).isNotEqualTo(before);
        assertThat(index.candidates("http://host.example/")).contains(before, index.of("http://host.example/"));
        assertThat(index.candidates("http://other.example/")).doesNotContain(before);
    }

    @Test
    void a_sealed_text_opens_after_the_key_has_rotated() throws Exception {
        KeysetHandle old = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        Sealed sealed = new TinkSealing(old).seal(SealedField.address(ITEM), "text");
        KeysetHandle rotated = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        assertThat(new TinkSealing(rotated).open(SealedField.address(ITEM), sealed))
                .isEqualTo("text");
    }
}
