// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.openhotline.takedown.letter.Letter;
import org.openhotline.takedown.notice.Delivery;
import org.openhotline.takedown.notice.NoticeChannel;

/** Hands notices to the country's mail server. */
final class MailChannel implements NoticeChannel {
    private final NoticeMail mails;
    private final URLName server;
    private final Session session;

    /** @param properties Jakarta Mail's, with time-outs */
    MailChannel(NoticeMail mails, URLName server, Properties properties) {
        this.mails = mails;
        this.server = server;
        this.session = Session.getInstance(properties);
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean reaches(String contact) {
        int at = contact.indexOf('@');
        return at > 0 && at < contact.length() - 1;
    }

    @Override
    public Delivery deliver(Letter letter, Runnable beforeHandOver) {
        HandOverTransport transport = new HandOverTransport(session, server, beforeHandOver);
        try {
            MimeMessage mail = mails.write(letter, session);
            return deliver(mail, transport);
        } catch (MessagingException e) {
            // The mail could not even be written, which no later attempt would change: a recipient without form.
            return new Delivery.Refused("mail-form");
        }
    }

    private static Delivery deliver(MimeMessage mail, HandOverTransport transport) {
        try {
            transport.connect();
        } catch (MessagingException e) {
            // Our own server is away or does not let us in: nothing is said about the recipient.
            return new Delivery.Postponed("smtp-connection");
        }
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Delivery.Accepted();
        } catch (MessagingException e) {
            return SmtpReplies.meaning(e, transport.hasHandedOver());
        } finally {
            close(transport);
        }
    }

    private static void close(HandOverTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The outcome is known already; a server that hangs up early changes nothing.
        }
    }
}
