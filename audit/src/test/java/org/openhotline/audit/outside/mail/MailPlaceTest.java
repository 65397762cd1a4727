// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogFixture;
import org.openhotline.audit.note.CosignerKey;
import org.openhotline.audit.note.SignedNote;
import org.openhotline.stack.mail.CaughtMail;
import org.openhotline.stack.mail.Mailbox;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailPlaceTest {
    private static final List<String> TO = List.of("watch@ministry.example", "watch@court.example");

    @Test
    void the_note_arrives_to_read_and_as_a_file_byte_for_byte_although_its_lines_are_long() throws Exception {
        Log.Head plain = LogFixture.head(8);
        CosignerKey second = CosignerKey.generate("hotline.example/audit/tlog");
        SignedNote note = plain.note().with(List.of(second.cosign(plain.checkpoint(), Instant.EPOCH)));
        try (Mailbox mailbox = Mailbox.start(0, 0)) {
            place(mailbox.smtpPort()).keep(new Log.Head(plain.checkpoint(), note));

            CaughtMail mail = mailbox.messages().getFirst();
            assertThat(mail.to()).containsExactlyInAnyOrderElementsOf(TO);
            assertThat(mail.subject()).isEqualTo("[hotline.example/audit/tlog] checkpoint of 8 entries");
            assertThat(mail.text()).contains("keep this message");
            assertThat(mail.raw().lines()).allMatch(line -> line.length() < 998);
            Multipart parts = (Multipart) new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(mail.raw().getBytes(StandardCharsets.UTF_8)))
                    .getContent();
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("checkpoint-8.txt");
            assertThat(parts.getBodyPart(1).getInputStream().readAllBytes())
                    .isEqualTo(note.whole().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_server_that_does_not_answer_is_a_failure() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> place(1).keep(LogFixture.head(8)));
    }

    private static MailPlace place(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailPlace(sender, "audit@hotline.example", TO);
    }
}
