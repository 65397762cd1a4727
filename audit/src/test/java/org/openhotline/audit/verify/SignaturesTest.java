// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.verify.AuditVerifier.Broken;
import org.openhotline.audit.verify.AuditVerifier.Checkpoint;
import org.openhotline.audit.verify.AuditVerifier.CosigningKey;
import org.openhotline.audit.verify.AuditVerifier.Key;
import org.openhotline.audit.verify.AuditVerifier.Note;
import org.openhotline.audit.verify.AuditVerifier.Policy;
import org.openhotline.audit.verify.AuditVerifier.SignatureLine;

/** Who has signed, and whether that is enough. */
class SignaturesTest {
    private static final Path C2SP = Path.of(System.getProperty("conformance.data", "../shared/data"), "c2sp");
    private static final SignerKey LOG = SignerKey.generate("hotline.example/audit/tlog");
    private static final String TEXT = "hotline.example/audit/tlog\n7\n" + "A".repeat(43) + "=\n";

    @TempDir
    static Path folder;

    private static List<CosigningKey> police;
    private static List<CosigningKey> ministry;
    private static CosigningKey second;

    @BeforeAll
    static void make_witnesses() throws Exception {
        police = keys("police.example/w", true);
        ministry = keys("ministry.example/w", false);
        second = keys("hotline.example/audit/tlog", true).get(1);
    }

    private static List<CosigningKey> keys(String name, boolean withMlDsa) throws Exception {
        Path file = folder.resolve(name.replace('/', '-'));
        assertThat(CosigningKey.make(name, file, withMlDsa)).contains("\nwitness NAME " + name + "+");
        return CosigningKey.read(file);
    }

    @Test
    void the_example_of_the_specification_verifies() throws Exception {
        assumeTrue(Files.exists(C2SP), "no specifications at " + C2SP);
        String specification = Files.readString(C2SP.resolve("signed-note.md"));
        Key key = Key.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        assertThat(specification).contains(key.text());
        String note = specification.substring(specification.lastIndexOf("This is an example"));
        Note parsed =
                Note.parse("the example", note.substring(0, note.indexOf("```")).getBytes(UTF_8));
        SignatureLine line = parsed.signatures().getFirst();
        assertThat(line.isOf(key)).isTrue();
        assertThat(key.verifies(parsed.text(), line.signature())).isTrue();
        assertThat(key.verifies(parsed.text() + "\n", line.signature())).isFalse();
    }

    @Test
    void the_checkpoints_of_the_specifications_are_read() throws Exception {
        assumeTrue(Files.exists(C2SP), "no specifications at " + C2SP);
        for (String file : List.of("tlog-checkpoint.md", "tlog-cosignature.md")) {
            String specification = Files.readString(C2SP.resolve(file));
            int from = specification.indexOf("example.com/behind-the-sofa\n");
            String note = specification.substring(from, specification.indexOf("```", from));
            Checkpoint checkpoint = Checkpoint.parse(file, note.getBytes(UTF_8));
            assertThat(checkpoint.size()).isEqualTo(20_852_163);
            assertThat(new String(checkpoint.note().bytes(), UTF_8)).isEqualTo(note);
        }
    }

    @Test
    void a_note_in_any_other_form_is_refused() {
        String good = LOG.sign(TEXT).whole();
        String signature = good.substring(good.lastIndexOf(' ') + 1).strip();
        for (String bad : List.of(
                good + "\n",
                good + "trailing",
                good.strip(),
                good.replace("\n\n", "\n"),
                good.replace("\n\n", "\n\n\n"),
                good.replace("\u2014 ", "- "),
                good.replace("\u2014 ", "\u2014  "),
                good.replace("tlog\n7", "tlog\r\n7"),
                good.replace("tlog\n7", "tlog\t\n7"),
                good.replace("\n7\n", "\n07\n"),
                good.replace("\n7\n", "\n+7\n"),
                good.replace("A=", "B="),
                good.replace("A=", "A"),
                good.replace(signature, "AAAA"),
                good.replace(signature, signature.replaceAll("=+$", "")),
                TEXT,
                TEXT + "\n",
                "")) {
            assertThatExceptionOfType(Broken.class)
                    .as(bad)
                    .isThrownBy(() -> policy("log " + LOG.verifier().text()).check("it", checkpoint(bad)))
                    .withMessageStartingWith("it");
        }
        byte[] notUtf8 = good.getBytes(UTF_8);
        notUtf8[0] = (byte) 0xff;
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> Note.parse("it", notUtf8))
                .withMessage("it is not a text (UTF-8)");
    }

    @Test
    void a_base64_text_has_one_spelling() {
        assertThat(AuditVerifier.Text.base64("QQ=="))
                .hasValueSatisfying(b -> assertThat(b).containsExactly('A'));
        for (String bad : List.of("QQ", "QQ=", "QR==", "Q Q==", "QQ==\n", "QQ===", "-_-_", "=")) {
            assertThat(AuditVerifier.Text.base64(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void what_nothing_signs_for_us_is_refused() {
        String policy = "log " + LOG.verifier().text();
        assertBroken(
                "it says more than name, size and root: \"an extension\"",
                policy,
                LOG.sign(TEXT + "an extension\n").whole());
        assertBroken(
                "it carries two signatures of hotline.example/audit/tlog (key ",
                policy,
                LOG.sign(TEXT).whole() + lineOf(LOG.sign(TEXT).whole()));
    }

    @Test
    void a_signature_of_somebody_unknown_is_not_looked_at_and_told_of() throws Exception {
        String note = LOG.sign(TEXT).whole() + "\u2014 stranger.example AAAAAAAA\n";
        assertThat(policy("log " + LOG.verifier().text()).check("it", checkpoint(note)))
                .containsExactly(
                        "it also carries a signature that says to be of stranger.example, which the policy does"
                                + " not know and nobody has checked");
    }

    @Test
    void a_wrong_signature_beside_a_good_one_breaks_the_note() {
        String other = LOG.sign(TEXT.replace("\n7\n", "\n8\n")).whole();
        assertBroken(
                "it: the signature of hotline.example/audit/tlog (key ",
                "log " + LOG.verifier().text(),
                LOG.sign(TEXT).whole() + lineOf(other));
    }

    @Test
    void a_second_signature_that_is_required_must_be_there_and_right() throws Exception {
        String policy =
                "log " + LOG.verifier().text() + "\nrequire " + second.key().text();
        String note = LOG.sign(TEXT).whole();
        assertBroken("it carries no signature of hotline.example/audit/tlog (key ", policy, note);
        String both = note + second.cosign(checkpoint(note), 0).text();
        assertThat(policy(policy).check("it", checkpoint(both))).isEmpty();
        String ofAnother = note
                + second.cosign(checkpoint(note.replace("\n7\n", "\n8\n")), 0).text();
        assertBroken("it: the signature of hotline.example/audit/tlog (key ", policy, ofAnother);
    }

    @Test
    void the_quorum_must_have_signed() throws Exception {
        String policy = "# who watches\nlog " + LOG.verifier().text() + "\n\nwitness police "
                + police.get(0).key().text() + "\nwitness police-pq "
                + police.get(1).key().text()
                + "\nwitness ministry " + ministry.get(0).key().text()
                + "\ngroup the-police any police police-pq\ngroup both all the-police ministry\nquorum both\n";
        String note = LOG.sign(TEXT).whole();
        Checkpoint checkpoint = checkpoint(note);
        String ofMinistry = ministry.get(0).cosign(checkpoint, 1_795_000_000).text();
        String ofPolice = police.get(0).cosign(checkpoint, 1_795_000_000).text();
        String ofPolicePq = police.get(1).cosign(checkpoint, 1_795_000_000).text();
        String needs = "it: too few witnesses have signed: quorum \"both\" needs 2 of the-police, ministry, but ";

        assertBroken(needs + "none did", policy, note);
        assertBroken(needs + "only ministry did", policy, note + ofMinistry);
        assertBroken(needs + "only police, police-pq did", policy, note + ofPolice + ofPolicePq);
        assertThat(policy(policy).check("it", checkpoint(note + ofMinistry + ofPolice)))
                .isEmpty();
        assertThat(policy(policy).check("it", checkpoint(note + ofMinistry + ofPolicePq)))
                .isEmpty();
        String noTime = police.get(0).cosign(checkpoint, 0).text();
        assertBroken("it: the witness police.example/w (key ", policy, note + ofMinistry + noTime);
        String laterTime = police.get(0).cosign(checkpoint, 1_795_000_001).text();
        byte[] mixed = Base64.getDecoder()
                .decode(ofPolice.substring(ofPolice.lastIndexOf(' ') + 1).strip());
        System.arraycopy(
                Base64.getDecoder()
                        .decode(laterTime
                                .substring(laterTime.lastIndexOf(' ') + 1)
                                .strip()),
                4,
                mixed,
                4,
                8);
        String wrongTime = ofPolice.substring(0, ofPolice.lastIndexOf(' ') + 1)
                + Base64.getEncoder().encodeToString(mixed) + "\n";
        assertBroken("it: the signature of police.example/w (key ", policy, note + ofMinistry + wrongTime);
    }

    @Test
    void a_policy_that_is_wrong_is_refused_with_its_line() {
        String log = "log " + LOG.verifier().text() + "\n";
        String witness = "witness w " + ministry.get(0).key().text() + "\n";
        String last = LOG.verifier().text();
        List<List<String>> wrong = new ArrayList<>();
        wrong.add(List.of("", "a policy has one line \"log VERIFIER-KEY\""));
        wrong.add(List.of(log + log, "a policy has one line \"log VERIFIER-KEY\""));
        wrong.add(List.of(log + witness, "the policy names witnesses but no quorum"));
        wrong.add(List.of(log + "trust me", "policy, line 2: \"trust\" means nothing here"));
        wrong.add(List.of(log + witness + witness, "policy, line 3: the name \"w\" is taken"));
        wrong.add(List.of(log + "quorum w", "policy, line 2: there is no witness or group \"w\" above"));
        wrong.add(List.of(log + witness + "group g 2 w", "policy, line 3: a group needs 1 to all of its members"));
        wrong.add(List.of(log + witness + "group g all w w", "policy, line 3: a member twice"));
        wrong.add(List.of(
                "log " + last.substring(1),
                "policy, line 1: the verifier key of otline.example/audit/tlog and its id"));
        wrong.add(List.of("log hotline.example", "policy, line 1: not a verifier key"));
        wrong.add(List.of(
                "log " + last.replace("hotline", "other"),
                "policy, line 1: the verifier key of other.example/audit/tlog and its id"));
        wrong.add(List.of(
                log + witness + witness.replace("witness w", "witness x"), "policy, line 3: one key cannot be two"));
        wrong.add(List.of(log + "witness w " + last, "policy, line 2: this key does not sign as a witness does"));
        wrong.add(List.of(log + "missing it", "policy, line 2: say: missing SOURCE NUMBER"));
        for (List<String> each : wrong) {
            assertThatIllegalArgumentException()
                    .as(each.getFirst())
                    .isThrownBy(() -> Policy.parse(each.getFirst()))
                    .withMessageStartingWith(each.getLast());
        }
    }

    @Test
    void the_message_of_an_ml_dsa_cosignature_is_as_the_specification_lays_it_out() throws Exception {
        Checkpoint checkpoint = checkpoint(LOG.sign(TEXT).whole());
        assertThat(HexFormat.of().formatHex(police.get(1).key().cosigned(checkpoint, 258)))
                .isEqualTo("737562747265652f76310a00"
                        + "10" + HexFormat.of().formatHex("police.example/w".getBytes(UTF_8))
                        + "0000000000000102"
                        + "1a" + HexFormat.of().formatHex("hotline.example/audit/tlog".getBytes(UTF_8))
                        + "0000000000000000" + "0000000000000007" + "00".repeat(32));
    }

    private static void assertBroken(String message, String policy, String note) {
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> policy(policy).check("it", checkpoint(note)))
                .withMessageStartingWith(message);
    }

    private static Policy policy(String text) {
        return Policy.parse(text);
    }

    private static Checkpoint checkpoint(String note) throws Broken {
        return Checkpoint.parse("it", note.getBytes(UTF_8));
    }

    private static String lineOf(String note) {
        return note.substring(note.indexOf('\u2014'));
    }
}
