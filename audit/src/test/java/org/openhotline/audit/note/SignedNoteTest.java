// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.openhotline.audit.merkle.Hashing;

class SignedNoteTest {
    /** From C2SP signed-note v1.0.0, "Example". */
    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String NOTE = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    @Test
    void the_example_of_the_specification_verifies() {
        SignedNote note = SignedNote.parse(NOTE);

        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.isSignedBy(VerifierKey.parse(KEY))).isTrue();
        assertThat(note.whole()).isEqualTo(NOTE);
    }

    @Test
    void another_text_or_another_key_does_not_verify() {
        VerifierKey key = VerifierKey.parse(KEY);
        assertThat(SignedNote.parse(NOTE.replace("example m", "Example m")).isSignedBy(key))
                .isFalse();
        assertThat(SignedNote.parse(NOTE)
                        .isSignedBy(SignerKey.generate("example.com/foo").verifier()))
                .isFalse();
    }

    @Test
    void one_bad_signature_of_a_known_key_spoils_the_note() {
        SignerKey key = SignerKey.generate("hotline.example/audit/tlog");
        SignedNote good = key.sign("text\n");
        SignedNote other = key.sign("another text\n");
        SignedNote both =
                SignedNote.parse(good.whole() + other.signatures().getFirst().line());

        assertThat(good.isSignedBy(key.verifier())).isTrue();
        assertThat(both.isSignedBy(key.verifier())).isFalse();
    }

    @Test
    void unknown_signatures_are_ignored() {
        SignerKey key = SignerKey.generate("hotline.example/audit/tlog");
        SignedNote witness = SignerKey.generate("witness.example").sign("other\n");
        SignedNote note = SignedNote.parse(
                key.sign("text\n").whole() + witness.signatures().getFirst().line());

        assertThat(note.isSignedBy(key.verifier())).isTrue();
    }

    @Test
    void what_has_not_the_form_of_a_note_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse("text\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse("text\n\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(NOTE.strip()));
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(NOTE.replace("This", "\tThis")));
        assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(NOTE.replace("\u2014", "-")));
    }

    @Test
    void a_verifier_key_reads_back_and_its_id_must_fit() {
        assertThat(VerifierKey.parse(KEY).text()).isEqualTo(KEY);
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse(KEY.replace("530d903a", "530d903b")));
        assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.parse("example.com/foo"));
        assertThatIllegalArgumentException().isThrownBy(() -> SignerKey.generate("with space"));
    }

    @Test
    void a_checkpoint_reads_back_and_a_size_has_one_spelling() {
        Checkpoint checkpoint = new Checkpoint("hotline.example/audit/tlog", 20, Hashing.EMPTY_ROOT);

        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
        assertThat(Checkpoint.parse(checkpoint.text() + "extension\n")).isEqualTo(checkpoint);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.parse(checkpoint.text().replace("\n20\n", "\n020\n")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.parse(checkpoint.text().replace("\n20\n", "\n")));
    }
}
