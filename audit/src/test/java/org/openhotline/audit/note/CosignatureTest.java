// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.merkle.Hashing;

/** C2SP tlog-cosignature. */
class CosignatureTest {
    private static final String ORIGIN = "hotline.example/audit/tlog";
    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.900Z");
    private static final CosignerKey KEY = CosignerKey.generate(ORIGIN);
    private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 20_852_163, Hashing.EMPTY_ROOT);

    @TempDir
    Path folder;

    @Test
    void what_is_signed_is_the_structure_of_the_specification() throws Exception {
        byte[] line = KEY.cosign(CHECKPOINT, NOW).bytes();
        var message = new ByteArrayOutputStream();
        var out = new DataOutputStream(message);
        out.write("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
        out.writeByte(ORIGIN.length());
        out.writeBytes(ORIGIN);
        out.writeLong(NOW.getEpochSecond());
        out.writeByte(ORIGIN.length());
        out.writeBytes(ORIGIN);
        out.writeLong(0);
        out.writeLong(20_852_163);
        out.write(HexFormat.of().parseHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));

        assertThat(line).hasSize(8 + 2420);
        assertThat(ByteBuffer.wrap(line).getLong()).isEqualTo(NOW.getEpochSecond());
        byte[] typed = Base64.getDecoder().decode(KEY.verifier().text().split("\\+", 3)[2]);
        assertThat(typed).hasSize(1 + 1312).startsWith(0x06);
        byte[] der = HexFormat.of()
                .parseHex("30820532300b06096086480165030403110382052100"
                        + HexFormat.of().formatHex(typed, 1, typed.length));
        Signature check = Signature.getInstance("ML-DSA-44");
        check.initVerify(KeyFactory.getInstance("ML-DSA-44").generatePublic(new X509EncodedKeySpec(der)));
        check.update(message.toByteArray());
        assertThat(check.verify(Arrays.copyOfRange(line, 8, line.length))).isTrue();
    }

    @Test
    void both_signatures_stand_under_one_note_and_both_are_good() {
        SignerKey first = SignerKey.generate(ORIGIN);
        SignedNote note = new TwoKeys(first, KEY, InstantSource.fixed(NOW)).sign(CHECKPOINT);

        assertThat(note.signatures()).hasSize(2);
        assertThat(note.isSignedBy(first.verifier())).isTrue();
        assertThat(note.isSignedBy(KEY.verifier())).isTrue();
        assertThat(KEY.verifier().timeOf(note.signatures().getLast())).contains(Instant.parse("2026-11-24T10:15:30Z"));
        assertThat(SignedNote.parse(note.whole())).isEqualTo(note);
    }

    @Test
    void a_cosignature_for_another_size_root_log_or_time_is_none() {
        NoteSignature line = KEY.cosign(CHECKPOINT, NOW);
        byte[] later = line.bytes().clone();
        later[7]++;

        assertThat(new SignedNote(CHECKPOINT.text(), List.of(line)).isSignedBy(KEY.verifier()))
                .isTrue();
        for (Checkpoint other : List.of(
                new Checkpoint(ORIGIN, 20_852_164, CHECKPOINT.root()),
                new Checkpoint(ORIGIN, 20_852_163, Hashing.leaf(new byte[0])),
                new Checkpoint("other.example", 20_852_163, CHECKPOINT.root()))) {
            assertThat(new SignedNote(other.text(), List.of(line)).isSignedBy(KEY.verifier()))
                    .isFalse();
        }
        assertThat(new SignedNote(CHECKPOINT.text(), List.of(new NoteSignature(line.name(), line.keyId(), later)))
                        .isSignedBy(KEY.verifier()))
                .isFalse();
        assertThat(new SignedNote("no checkpoint\n", List.of(line)).isSignedBy(KEY.verifier()))
                .isFalse();
    }

    @Test
    void the_key_file_reads_back_and_only_its_owner_may_read_it() throws Exception {
        Path file = folder.resolve("audit.key.ml-dsa");
        CosignerKey made = CosignerKeyFile.createIfAbsent(file, ORIGIN);
        CosignerKey found = CosignerKeyFile.createIfAbsent(file, ORIGIN);

        assertThat(found.verifier().text()).isEqualTo(made.verifier().text());
        assertThat(new SignedNote(CHECKPOINT.text(), List.of(found.cosign(CHECKPOINT, NOW)))
                        .isSignedBy(made.verifier()))
                .isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatIllegalArgumentException().isThrownBy(() -> SignerKeyFile.read(file, ORIGIN));
        assertThatIllegalArgumentException().isThrownBy(() -> CosignerKeyFile.read(file, "other.example"));

        String secret = Files.readAllLines(file).getFirst();
        Files.writeString(
                file, secret + "\n" + CosignerKey.generate(ORIGIN).verifier().text() + "\n");
        assertThatIllegalArgumentException().isThrownBy(() -> CosignerKeyFile.read(file, ORIGIN));
    }
}
