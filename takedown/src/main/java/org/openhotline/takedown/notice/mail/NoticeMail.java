// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.openhotline.contracts.country.CountryProfile.Hotline;
import org.openhotline.takedown.letter.Attachment;
import org.openhotline.takedown.letter.Letter;
import org.openhotline.takedown.letter.LetterText;
import org.openhotline.takedown.letter.MachineReport;

/** Gives a letter the form of a mail. The same notice always has the same Message-ID. */
final class NoticeMail {
    private static final String SOFTWARE = "OpenHotline/1";

    private final Hotline hotline;
    private final LetterText text;
    private final MachineReport report;

    NoticeMail(Hotline hotline, LetterText text, MachineReport report) {
        this.hotline = hotline;
        this.text = text;
        this.report = report;
    }

    MimeMessage write(Letter letter, Session session) throws MessagingException {
        MimeMessage mail = new WithMessageId(session, "<" + letter.noticeId() + "@" + hotline.domain() + ">");
        InternetAddress us = us();
        mail.setFrom(us);
        mail.setReplyTo(new InternetAddress[] {us});
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(ascii(letter.recipient()), true));
        mail.setSubject(text.subject(letter), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(letter.writtenAt()));
        // RFC 3834: so that no automatic answer comes back. Never "Precedence: bulk", which desks throw away.
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "OOF");
        mail.setContent(new FeedbackReport(parts(letter)));
        mail.saveChanges();
        return mail;
    }

    private List<BodyPart> parts(Letter letter) throws MessagingException {
        List<BodyPart> parts = new ArrayList<>();
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text.body(letter), StandardCharsets.UTF_8.name(), "plain");
        words.setHeader("Content-Language", "en");
        parts.add(words);
        parts.add(part("message/feedback-report", feedback(letter), "7bit"));
        for (Attachment attachment : report.write(letter)) {
            MimeBodyPart json =
                    part(attachment.mediaType() + "; name=" + attachment.fileName(), attachment.content(), "base64");
            json.setDisposition("attachment; filename=" + attachment.fileName());
            parts.add(json);
        }
        return parts;
    }

    /** RFC 5965 section 3, with nothing that a gateway would open. */
    private String feedback(Letter letter) {
        String source = letter.items().stream()
                .flatMap(item -> item.host().addresses().stream())
                .findFirst()
                .map(address -> "Source-IP: " + address + "\r\n")
                .orElse("");
        return "Feedback-Type: %s\r\nUser-Agent: %s\r\nVersion: 1\r\n%sIncidents: %d\r\n"
                .formatted(
                        report.feedbackType(), SOFTWARE, source, letter.items().size());
    }

    private static MimeBodyPart part(String type, String content, String encoding) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", encoding);
        return part;
    }

    private InternetAddress us() throws MessagingException {
        try {
            return new InternetAddress(hotline.noticeMail(), hotline.name(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every JDK has UTF-8", e);
        }
    }

    /** An abuse desk under an internationalised name is reached by its A-label. */
    private static String ascii(String mailbox) {
        int at = mailbox.lastIndexOf('@');
        return mailbox.substring(0, at + 1) + IDN.toASCII(mailbox.substring(at + 1));
    }

    /** Jakarta Mail makes an id of its own at each saving; ours is the notice's. */
    private static final class WithMessageId extends MimeMessage {
        private final String id;

        WithMessageId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
