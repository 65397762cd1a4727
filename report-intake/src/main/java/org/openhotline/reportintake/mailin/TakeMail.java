// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.mailin;

import static java.lang.System.Logger.Level.WARNING;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.MailEvent.DroppedPart;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.report.Source;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.guard.ContentGuard;
import org.openhotline.reportintake.mailin.MailReading.Reason;
import org.openhotline.reportintake.submission.Channel;
import org.openhotline.reportintake.submission.CheckReport;
import org.openhotline.reportintake.submission.GivenReport;
import org.openhotline.reportintake.submission.GivenReport.GivenAddress;
import org.openhotline.reportintake.submission.IdempotencyKey;
import org.openhotline.reportintake.submission.Outcome;
import org.openhotline.reportintake.submission.ReceiveSubmission;

/** Makes submissions of a mail's text, once for each Message-ID of a sender. */
public final class TakeMail {
    private static final System.Logger LOG = System.getLogger(TakeMail.class.getName());

    private final ListedSenders senders;
    private final Aggregates<TakenMail> mails;
    private final ReceiveSubmission receiveSubmission;
    private final Predicate<Throwable> isOutage;
    private final InstantSource clock;

    public TakeMail(
            ListedSenders senders,
            Aggregates<TakenMail> mails,
            ReceiveSubmission receiveSubmission,
            Predicate<Throwable> isOutage,
            InstantSource clock) {
        this.senders = senders;
        this.mails = mails;
        this.receiveSubmission = receiveSubmission;
        this.isOutage = isOutage;
        this.clock = clock;
    }

    /**
     * Takes it or says why not. Whatever is thrown is an outage: the mail is to be tried again later.
     *
     * @return whether its text is stored, so that it can go
     */
    public boolean take(MailReading reading) {
        return switch (reading) {
            case MailReading.Unreadable(String key, Reason reason, List<DroppedPart> dropped) ->
                refuse(id("unreadable", key), reason, dropped);
            case MailReading.Mail(IncomingMail mail) -> take(mail);
        };
    }

    /** Whether the country takes reports from this address at all, whoever may have written it. */
    public boolean isListed(String from) {
        return senders.sourceOf(from).isPresent();
    }

    /** Whether everything else is in trouble too, so that no mail is to blame. */
    public boolean isOutage(Throwable trouble) {
        return isOutage.test(trouble);
    }

    private boolean take(IncomingMail mail) {
        UUID id = id("mail", mail.proof().name(), mail.from(), mail.messageId());
        Optional<TakenMail> known = mails.find(id);
        if (known.isPresent()) {
            return known.get().isTaken();
        }
        Optional<Source> source = senders.sourceOf(mail.from());
        Optional<Reason> reason = reasonAgainst(mail, source);
        if (reason.isPresent()) {
            return refuse(id, reason.get(), mail.dropped());
        }
        List<String> addresses = AddressesInText.in(mail.text());
        return addresses.isEmpty()
                ? refuse(id, Reason.NO_ADDRESS, mail.dropped())
                : store(id, mail, source.orElseThrow(), addresses);
    }

    /** From what costs nothing to what costs more: nobody's text is searched before it is known whose it is. */
    private static Optional<Reason> reasonAgainst(IncomingMail mail, Optional<Source> source) {
        if (source.isEmpty()) {
            return Optional.of(Reason.SENDER_NOT_LISTED);
        }
        if (mail.proof() != IncomingMail.Proof.PROVEN) {
            return Optional.of(Reason.SENDER_NOT_PROVEN);
        }
        if (mail.text().isBlank()) {
            return Optional.of(Reason.NO_TEXT);
        }
        return ContentGuard.cleaned(mail.text()).strip().length() > CheckReport.LONGEST_NOTE
                ? Optional.of(Reason.TEXT_TOO_LONG)
                : Optional.empty();
    }

    /** One submission for each twenty addresses; each write is idempotent, and the mail is noted after the last. */
    private boolean store(UUID id, IncomingMail mail, Source source, List<String> addresses) {
        List<UUID> submissions = new ArrayList<>();
        for (int begin = 0; begin < addresses.size(); begin += CheckReport.MOST_ADDRESSES) {
            List<String> some =
                    addresses.subList(begin, Math.min(begin + CheckReport.MOST_ADDRESSES, addresses.size()));
            Optional<UUID> submission = received(mail, source, some, begin);
            if (submission.isEmpty()) {
                return refuse(id, Reason.NOT_STORED, mail.dropped());
            }
            submissions.add(submission.get());
        }
        return mails.change(
                        id,
                        known -> known.map(m -> Decision.of(m))
                                .orElseGet(() -> TakenMail.taken(id, submissions, mail.dropped(), clock.instant())))
                .isTaken();
    }

    /** A fault with one mail must not keep the others out. */
    private Optional<UUID> received(IncomingMail mail, Source source, List<String> addresses, int part) {
        IdempotencyKey key = IdempotencyKey.following("mail", mail.messageId(), mail.from(), String.valueOf(part));
        try {
            return switch (receiveSubmission.receive(report(mail, source, addresses), key)) {
                case Outcome.Accepted accepted -> Optional.of(accepted.submissionId());
                case Outcome.Refused _, Outcome.KeyUsed() -> Optional.empty();
            };
        } catch (RuntimeException e) {
            if (isOutage.test(e)) {
                throw e;
            }
            LOG.log(WARNING, "A mail could not be stored ({0})", e.getClass());
            return Optional.empty();
        }
    }

    private static GivenReport report(IncomingMail mail, Source source, List<String> addresses) {
        return new GivenReport(
                addresses.stream()
                        .map(address -> new GivenAddress(address, Optional.empty()))
                        .toList(),
                Optional.of(mail.text()),
                Optional.empty(),
                Optional.empty(),
                Consent.NONE,
                Optional.empty(),
                Channel.MAIL,
                Circumstances.of(source));
    }

    private boolean refuse(UUID id, Reason reason, List<DroppedPart> dropped) {
        return mails.change(
                        id,
                        known -> known.map(m -> Decision.of(m))
                                .orElseGet(() -> TakenMail.refused(id, reason, dropped, clock.instant())))
                .isTaken();
    }

    /**
     * UUID of version 8 (RFC 9562, section 5.8). Anybody can copy a Message-ID, so it follows from the sender and the proof,
     * too: a forged mail, which is refused, does not shut out the genuine one.
     */
    private static UUID id(String... parts) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(UTF_8)));
            long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
            long low = (bytes.getLong() >>> 2) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
