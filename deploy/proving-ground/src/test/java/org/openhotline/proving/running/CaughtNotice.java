// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One caught message, read as a host's mail program would. */
public final class CaughtNotice {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/takedown/answer/\\S+");
    private final MimeMessage message;

    private CaughtNotice(MimeMessage message) {
        this.message = message;
    }

    static CaughtNotice parse(String eml) {
        try {
            return new CaughtNotice(new MimeMessage(
                    jakarta.mail.Session.getInstance(new Properties()), new ByteArrayInputStream(eml.getBytes(UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isReport() {
        return contentType().startsWith("multipart/report");
    }

    public String contentType() {
        return ask(MimeMessage::getContentType).toLowerCase(java.util.Locale.ROOT);
    }

    public String subject() {
        return ask(MimeMessage::getSubject);
    }

    public String messageId() {
        return ask(MimeMessage::getMessageID);
    }

    /** The part for people. */
    public String text() {
        return part(0);
    }

    /** The part for machines. */
    public JsonNode xarf() {
        return JsonMapper.shared().readTree(part(2));
    }

    public String answerLink() {
        Matcher link = LINK.matcher(text());
        if (!link.find()) {
            throw new AssertionError("the notice has no answer link");
        }
        return link.group();
    }

    private String part(int index) {
        try {
            BodyPart part = ((Multipart) message.getContent()).getBodyPart(index);
            try (InputStream in = part.getInputStream()) {
                return new String(in.readAllBytes(), UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Question {
        String of(MimeMessage message) throws MessagingException;
    }

    private String ask(Question question) {
        try {
            return question.of(message);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
