// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.outside.OutsidePlace;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Mailboxes of people who keep their mail: the note to read, and as a file that no mail program wraps.
 *
 * @param from the hotline's own address
 */
public record MailPlace(JavaMailSender sender, String from, List<String> to) implements OutsidePlace {

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void keep(Log.Head head) throws IOException {
        String origin = head.checkpoint().origin();
        String note = head.note().whole();
        MimeMessage mail = sender.createMimeMessage();
        try {
            MimeMessageHelper parts = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(to.toArray(String[]::new));
            parts.setSubject("[" + origin + "] checkpoint of " + head.size() + " entries");
            parts.setText("""
                    This is a checkpoint of the log %s, which had %d entries.
                    Please keep this message: with it you can show later that nothing of what was in the log by now
                    has been changed. The checkpoint is attached as a file, and this is what it says:

                    %s""".formatted(origin, head.size(), note));
            parts.addAttachment(
                    "checkpoint-" + head.size() + ".txt",
                    new ByteArrayResource(note.getBytes(StandardCharsets.UTF_8)),
                    "application/octet-stream"); // a text may get other ends of lines on its way
            sender.send(mail);
        } catch (MessagingException | MailException e) {
            throw new IOException("the mail could not be sent", e);
        }
    }
}
