// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One message as it arrived.
 *
 * @param id counts from 1 since the start
 * @param from the envelope's sender
 * @param to the envelope's recipients
 * @param text the first plain text part
 * @param raw the whole message, header and body (RFC 5322)
 */
public record CaughtMail(int id, String from, List<String> to, String subject, String text, String raw) {
    public CaughtMail {
        to = List.copyOf(to);
    }

    static CaughtMail of(int id, String from, List<String> to, MimeMessage message) {
        try {
            var raw = new ByteArrayOutputStream();
            message.writeTo(raw);
            return new CaughtMail(
                    id,
                    from,
                    to,
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    firstText(message),
                    raw.toString(StandardCharsets.UTF_8));
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("not a readable message", e);
        }
    }

    /** Other parts than text are not looked at. */
    private static String firstText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var text = firstText(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /** The header fields as sent. */
    String header() {
        int end = raw.indexOf("\r\n\r\n");
        return end < 0 ? raw : raw.substring(0, end);
    }
}
