// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openhotline.reportintake.mailin.IncomingMail.Proof;
import org.openhotline.reportintake.mailin.MailReading;

/** Laws of the mail reader. */
class MailProperties {
    private static final ReadMail READ_MAIL =
            new ReadMail("reports@hotline.example.org", SignedMail.NAME_SERVER, from -> true);
    private static final String GOOD = SignedMail.signed(
            SignedMail.plain("desk@police.example.org", "<1@x>", "https://example.org/1"), "police.example.org");

    @Property(tries = 300)
    void any_mail_is_read_to_its_end_and_proves_nothing_unsigned(@ForAll("mails") String mail) throws Exception {
        if (READ_MAIL.read(SignedMail.stream(mail)) instanceof MailReading.Mail(var read)) {
            assertThat(read.proof()).isEqualTo(Proof.NOT_PROVEN);
            assertThat(read.text()).hasSizeLessThanOrEqualTo(mail.length());
        }
    }

    /** What may be changed without harm is only what its canonical form leaves out: blanks. */
    @Property(tries = 300)
    void one_changed_letter_never_changes_what_is_proven(@ForAll int place, @ForAll char letter) throws Exception {
        int at = Math.floorMod(place, GOOD.length());
        char changed = (char) ('!' + letter % 90);
        String mail = GOOD.substring(0, at) + changed + GOOD.substring(at + 1);
        if (READ_MAIL.read(SignedMail.stream(mail)) instanceof MailReading.Mail(var read)
                && read.proof() == Proof.PROVEN) {
            assertThat(read.from()).isEqualTo("desk@police.example.org");
            assertThat(read.messageId()).isEqualTo("<1@x>");
            assertThat(read.text()).as("what is not text is not read").isIn("https://example.org/1", "");
        }
    }

    @Provide
    Arbitrary<String> mails() {
        return Arbitraries.of(List.of(
                        "From: a@police.example.org\r\n",
                        "From: ",
                        "Message-ID: <x@y>\r\n",
                        "DKIM-Signature: v=1; a=rsa-sha256; d=police.example.org; s=test; h=from; bh=x; b=y\r\n",
                        "Content-Type: multipart/mixed; boundary=b\r\n",
                        "Content-Type: text/plain; charset=nonsense\r\n",
                        "Content-Transfer-Encoding: base64\r\n",
                        "Content-Transfer-Encoding: quoted-printable\r\n",
                        "Content-Disposition: attachment\r\n",
                        "\r\n",
                        "\r\n\r\n",
                        "--b\r\n",
                        "--b--\r\n",
                        "=E2=82",
                        "AAAA",
                        "\u0000",
                        ":",
                        " ",
                        "é"))
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }
}
