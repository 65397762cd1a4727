// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.reportintake.mailin.IncomingMail;
import org.openhotline.reportintake.mailin.IncomingMail.Proof;
import org.openhotline.reportintake.mailin.MailReading;
import org.openhotline.reportintake.mailin.MailReading.Reason;

class ReadMailTest {
    private static final String DOMAIN = "police.example.org";
    private static final String FROM = "Desk <desk@police.example.org>";
    private static final String PICTURE = Base64.getMimeEncoder().encodeToString(new byte[5000]);
    private static final String PARTS = """
            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            seen at https://example.org/caf=C3=A9
            --b
            Content-Type: image/png; name=x.png
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename=x.png

            %s
            --b
            Content-Type: text/html

            <img src="data:image/png;base64,AAAA">
            --b
            Content-Type: text/plain
            Content-Disposition: attachment; filename=list.txt

            not read
            --b
            Content-Type: message/rfc822

            From: x@example.org

            not read either
            --b--
            """.formatted(PICTURE);

    private final ReadMail readMail = new ReadMail(
            "Reports@hotline.example.org", SignedMail.NAME_SERVER, from -> !from.endsWith("@stranger.example"));

    private MailReading read(String mail) throws Exception {
        return readMail.read(SignedMail.stream(mail));
    }

    private IncomingMail mail(String mail) throws Exception {
        return ((MailReading.Mail) read(mail)).mail();
    }

    private Proof proof(String mail) throws Exception {
        return mail(mail).proof();
    }

    @Test
    void a_signed_mail_is_proven_and_its_text_read() throws Exception {
        IncomingMail mail = mail(SignedMail.signed(
                SignedMail.plain(FROM, "<1@police.example.org>", "seen at https://example.org/1\n"), DOMAIN));
        assertThat(mail.proof()).isEqualTo(Proof.PROVEN);
        assertThat(mail.from()).isEqualTo("desk@police.example.org");
        assertThat(mail.messageId()).isEqualTo("<1@police.example.org>");
        assertThat(mail.text()).isEqualTo("seen at https://example.org/1");
        assertThat(mail.dropped()).isEmpty();
    }

    @Test
    void other_parts_are_dropped_unopened_and_recorded_as_they_travelled() throws Exception {
        IncomingMail mail = mail(SignedMail.signed(
                SignedMail.mail(FROM, "<2@x>", "Content-Type: multipart/mixed; boundary=b\r\n", PARTS), DOMAIN));
        assertThat(mail.proof()).isEqualTo(Proof.PROVEN);
        assertThat(mail.text()).isEqualTo("seen at https://example.org/caf\u00e9");
        assertThat(mail.dropped())
                .extracting("type")
                .containsExactly("image/png", "text/html", "text/plain", "message/rfc822");
        assertThat(mail.dropped().getFirst().size()).as("still encoded").isEqualTo(PICTURE.length());
        assertThat(mail.dropped().getFirst().sha256())
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(PICTURE.getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
    }

    /** Blanks and line ends are what a signature's digest folds, and they fall on the seam of two pieces in turn. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100, 4096, 1_000_000})
    void a_long_mail_is_proven_however_its_bytes_arrive(int atOnce) throws Exception {
        for (String text : List.of("word ".repeat(3000), "word  \n\n".repeat(2000), "a\n".repeat(9000) + "\n\n\n")) {
            byte[] mail = SignedMail.signed(SignedMail.plain(FROM, "<9@x>", text), DOMAIN)
                    .getBytes(StandardCharsets.UTF_8);
            InputStream inPieces = new ByteArrayInputStream(mail) {
                @Override
                public synchronized int read(byte[] bytes, int offset, int length) {
                    return super.read(bytes, offset, Math.min(length, atOnce));
                }
            };
            assertThat(((MailReading.Mail) readMail.read(inPieces)).mail().proof())
                    .isEqualTo(Proof.PROVEN);
        }
    }

    @Test
    void whoever_changes_anything_breaks_the_proof() throws Exception {
        String good = SignedMail.signed(SignedMail.plain(FROM, "<3@x>", "https://example.org/1"), DOMAIN);
        assertThat(proof(good)).isEqualTo(Proof.PROVEN);
        assertThat(proof(good + "\r\nhttps://example.org/2")).isEqualTo(Proof.NOT_PROVEN);
        assertThat(proof(good.replace("<3@x>", "<4@x>"))).isEqualTo(Proof.NOT_PROVEN);
        assertThat(proof(good.replace("desk@police", "chief@police"))).isEqualTo(Proof.NOT_PROVEN);
        assertThat(proof(SignedMail.plain(FROM, "<5@x>", "unsigned"))).isEqualTo(Proof.NOT_PROVEN);
        assertThat(proof("DKIM-Signature: v=1; nonsense\r\n" + SignedMail.plain(FROM, "<5@x>", "x")))
                .isEqualTo(Proof.NOT_PROVEN);
    }

    @Test
    void a_signature_of_another_domain_or_over_less_proves_nothing() throws Exception {
        String mail = SignedMail.plain(FROM, "<6@x>", "https://example.org/1");
        assertThat(proof(SignedMail.signed(mail, "other.example.org"))).isEqualTo(Proof.NOT_PROVEN);
        assertThat(proof(SignedMail.signed(mail, DOMAIN, "from:to:subject:content-type", "")))
                .isEqualTo(Proof.NOT_PROVEN);
        assertThat(proof(SignedMail.signed(mail, DOMAIN, "from:to:subject:message-id:content-type", " l=5;")))
                .isEqualTo(Proof.NOT_PROVEN);
    }

    @Test
    void a_name_server_that_does_not_answer_is_asked_again_later() {
        String mail = SignedMail.signed(
                SignedMail.plain("a@down.example.org", "<7@x>", "https://example.org/1"), "down.example.org");
        assertThatThrownBy(() -> read(mail)).isInstanceOf(TempFailException.class);
    }

    @Test
    void the_text_of_all_parts_together_is_bounded() throws Exception {
        String part = "--b\nContent-Type: text/plain\n\n" + "word ".repeat(20_000) + "\n";
        String type = "Content-Type: multipart/mixed; boundary=b\r\n";
        assertThat(read(SignedMail.mail(FROM, "<12@x>", type, part.repeat(2) + "--b--")))
                .isInstanceOf(MailReading.Mail.class);
        assertThat(read(SignedMail.mail(FROM, "<12@x>", type, part.repeat(3) + "--b--")))
                .isInstanceOfSatisfying(
                        MailReading.Unreadable.class,
                        mail -> assertThat(mail.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void a_signed_mail_to_somebody_else_proves_nothing_here() throws Exception {
        String mail = SignedMail.plain(FROM, "<13@x>", "https://example.org/1");
        String here = "To: reports@hotline.example.org";
        for (String to : List.of(
                "To: a@example.org", "To: xreports@hotline.example.org", here + "\r\n" + here, "Cc: a@example.org")) {
            assertThat(proof(SignedMail.signed(mail.replace(here, to), DOMAIN)))
                    .as(to)
                    .isEqualTo(Proof.NOT_PROVEN);
        }
        assertThat(proof(SignedMail.signed(
                        mail.replace(here, "To: a@example.org,\r\n Desk <Reports@Hotline.example.org>"), DOMAIN)))
                .isEqualTo(Proof.PROVEN);
        assertThat(proof(SignedMail.signed(mail, DOMAIN, "from:message-id:content-type", "")))
                .as("To unsigned")
                .isEqualTo(Proof.NOT_PROVEN);
    }

    @Test
    void what_says_how_to_read_a_mail_is_signed_too() throws Exception {
        String mail = SignedMail.plain(FROM, "<14@x>", "https://example.org/1");
        assertThat(proof(SignedMail.signed(mail, DOMAIN, "from:to:message-id", "")))
                .isEqualTo(Proof.NOT_PROVEN);
        String good = SignedMail.signed(mail, DOMAIN);
        assertThat(proof(good)).isEqualTo(Proof.PROVEN);
        for (String added : List.of(
                "Content-Transfer-Encoding: base64\r\n",
                "Content-Disposition: attachment\r\n",
                "Content-Type: image/png\r\n")) {
            assertThat(proof(added + good)).as(added).isEqualTo(Proof.NOT_PROVEN);
        }
        String encoded = mail.replace("MIME-Version", "Content-Transfer-Encoding: 8bit\r\nMIME-Version");
        assertThat(proof(SignedMail.signed(encoded, DOMAIN))).isEqualTo(Proof.NOT_PROVEN);
        assertThat(proof(SignedMail.signed(
                        encoded, DOMAIN, "from:to:message-id:content-type:content-transfer-encoding", "")))
                .isEqualTo(Proof.PROVEN);
    }

    @Test
    void of_a_sender_who_is_not_listed_no_key_is_looked_up() throws Exception {
        List<String> asked = new ArrayList<>();
        String from = "a@stranger.example";
        reader(asked)
                .read(SignedMail.stream(SignedMail.signed(
                        SignedMail.plain(from, "<10@x>", "https://example.org/1"), "stranger.example")));
        assertThat(asked).isEmpty();
    }

    @Test
    void only_keys_of_the_senders_own_domain_are_looked_up_and_few_of_them() throws Exception {
        List<String> asked = new ArrayList<>();
        String mail = SignedMail.plain(FROM, "<11@x>", "https://example.org/1");
        String others = SignedMail.signature(mail, "other.example.org", "test").repeat(20)
                + SignedMail.signature(mail, "down.example.org", "test");
        IncomingMail read = ((MailReading.Mail)
                        reader(asked).read(SignedMail.stream(others + SignedMail.signed(mail, DOMAIN))))
                .mail();
        assertThat(read.proof()).isEqualTo(Proof.PROVEN);
        assertThat(asked).containsExactly("test " + DOMAIN);

        asked.clear();
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            many.append(SignedMail.signature(mail, DOMAIN, "none" + i));
        }
        reader(asked).read(SignedMail.stream(many + mail));
        assertThat(asked).hasSize(5);
    }

    /** Notes who is asked for keys. */
    private static ReadMail reader(List<String> asked) {
        return new ReadMail(
                "reports@hotline.example.org",
                (options, selector, domain) -> {
                    asked.add(selector + " " + domain);
                    return SignedMail.NAME_SERVER.getRecords(options, selector, domain);
                },
                from -> !from.endsWith("@stranger.example"));
    }

    @Test
    void two_senders_or_none_are_nobody() throws Exception {
        for (String from : new String[] {
            "a@police.example.org, b@police.example.org",
            "\"a@police.example.org\" <b@evil.example>",
            "x",
            "<a@police.example.org> <b@evil.example>"
        }) {
            assertThat(read(SignedMail.plain(from, "<8@x>", "x")))
                    .as(from)
                    .isInstanceOfSatisfying(
                            MailReading.Unreadable.class,
                            mail -> assertThat(mail.reason()).isEqualTo(Reason.MALFORMED));
        }
        assertThat(read("From: b@evil.example\r\n" + SignedMail.plain(FROM, "<8@x>", "x")))
                .isInstanceOf(MailReading.Unreadable.class);
        assertThat(read("no header at all")).isInstanceOf(MailReading.Unreadable.class);
        assertThat(read("")).isInstanceOf(MailReading.Unreadable.class);
    }
}
