// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.openhotline.reportintake.mailin.MailReading;
import org.openhotline.reportintake.mailin.MailReading.Reason;
import org.openhotline.reportintake.mailin.TakeMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox for reports. A mail whose text is stored is deleted for good; one that is refused stays and is flagged, so
 * that it is not read again and a person can see it. What breaks with one mail keeps no other waiting.
 */
public final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int AT_ONCE = 100;
    /** How long a mail waits for its sender's key to be found. */
    private static final Duration WAITS = Duration.ofDays(2);

    private static final String PATIENCE_MS = "20000";

    private final MailboxSettings settings;
    private final ReadMail readMail;
    private final TakeMail takeMail;
    private final InstantSource clock;

    /** @param keys looks up the public keys of senders' domains */
    public Mailbox(MailboxSettings settings, PublicKeyRecordRetriever keys, TakeMail takeMail, InstantSource clock) {
        this.settings = settings;
        this.readMail = new ReadMail(settings.address(), keys, takeMail::isListed);
        this.takeMail = takeMail;
        this.clock = clock;
    }

    /**
     * Takes in what waits, the oldest first, and returns how many mails were dealt with.
     *
     * @throws MessagingException where the mailbox cannot be reached
     */
    public int poll() throws MessagingException {
        try (Store store = session().getStore(settings.tls() ? "imaps" : "imap")) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            Folder folder = store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            try {
                Message[] waiting = folder.search(new FlagTerm(new Flags(Flags.Flag.FLAGGED), false));
                return (int) Arrays.stream(waiting)
                        .filter(this::isDealtWith)
                        .limit(AT_ONCE) // of these: one that waits takes no other's place
                        .count();
            } finally {
                folder.close(true); // expunges what is marked as deleted
            }
        }
    }

    private boolean isDealtWith(Message message) {
        try {
            return isTaken(message);
        } catch (MessagingException | IOException e) {
            return later(e);
        } catch (VirtualMachineError e) {
            if (e instanceof StackOverflowError) {
                return later(e); // the mail's own depth
            }
            throw e;
        } catch (RuntimeException | Error e) {
            if (takeMail.isOutage(e)) {
                throw e;
            }
            return later(e);
        }
    }

    /** What is wrong with one mail and lasts is refused in the end, so that it is seen. */
    private boolean isTaken(Message message) throws MessagingException, IOException {
        MailReading reading;
        try {
            reading = reading(message);
        } catch (TempFailException e) {
            if (!isOld(message)) {
                return later(e);
            }
            reading = unreadable(message, Reason.SENDER_NOT_PROVEN);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            if (!isOld(message)) {
                return later(e);
            }
            reading = unreadable(message, Reason.MALFORMED);
        }
        boolean taken = takeMail.take(reading);
        message.setFlag(taken ? Flags.Flag.DELETED : Flags.Flag.FLAGGED, true);
        return true;
    }

    private static boolean later(Throwable trouble) {
        LOG.warn("a mail is tried again later ({})", trouble.getClass().getName());
        return false;
    }

    /** By the mailbox's own date, which no sender writes. */
    private boolean isOld(Message message) throws MessagingException {
        Date received = message.getReceivedDate();
        return received != null && received.toInstant().isBefore(clock.instant().minus(WAITS));
    }

    private static MailReading unreadable(Message message, Reason reason) throws MessagingException, IOException {
        try (InputStream raw = raw((MimeMessage) message)) {
            String key = MailHeader.read(raw).map(MailHeader::key).orElse("no header");
            return new MailReading.Unreadable(key, reason, List.of());
        }
    }

    private MailReading reading(Message message) throws MessagingException, IOException, TempFailException {
        if (message.getSize() > ReadMail.LARGEST) {
            return unreadable(message, Reason.TOO_LARGE);
        }
        try (InputStream raw = raw((MimeMessage) message)) {
            return readMail.read(raw);
        }
    }

    /** As it came, in pieces from the server. */
    private static InputStream raw(MimeMessage message) throws MessagingException, IOException {
        if (message instanceof IMAPMessage imap) {
            imap.setPeek(true);
            return imap.getMimeStream();
        }
        throw new IOException("not a mail of an IMAP server");
    }

    private Session session() {
        Properties properties = new Properties();
        for (String protocol : List.of("imap", "imaps")) {
            properties.setProperty("mail." + protocol + ".connectiontimeout", PATIENCE_MS);
            properties.setProperty("mail." + protocol + ".timeout", PATIENCE_MS);
            properties.setProperty("mail." + protocol + ".writetimeout", PATIENCE_MS);
        }
        properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        return Session.getInstance(properties);
    }
}
