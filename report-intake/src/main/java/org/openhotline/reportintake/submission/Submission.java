// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.SubmissionEvent.ReporterContactErased;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionAmended;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionReceived;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.contact.KeptContact;
import org.openhotline.reportintake.item.Report;

/**
 * One thing that somebody sent. It holds all that its items need to hear, so that they can be told after a crash.
 *
 * @param reference blind index of the reference
 * @param secretHash of the secret
 * @param fingerprint blind index of everything that was sent, by which a repeated request is told from another
 * @param channel {@code form} or {@code api}
 * @param amendments what was added later
 * @param registered whether all items have been told of all of it
 */
public record Submission(
        UUID id,
        String reference,
        String secretHash,
        String fingerprint,
        List<ReportedAddress> addresses,
        String channel,
        String language,
        Circumstances circumstances,
        Optional<KeptContact> contact,
        Instant receivedAt,
        Amendments amendments,
        boolean registered) {

    /**
     * One address in the order given; the same address twice is the same item twice.
     *
     * @param address in full standard form
     */
    public record ReportedAddress(
            UUID itemId,
            LocatorKind kind,
            Sealed address,
            AsSent asSent,
            Optional<Sealed> note,
            Optional<Sealed> referrer) {}

    /**
     * An address letter for letter.
     *
     * @param text sealed for {@link #asSent}; never altered and never used for anything but to be looked up later
     * @param spelling its blind index, by which the same text is told from another spelling of the same address
     */
    public record AsSent(Sealed text, String spelling) {}

    static SealedField asSent(UUID itemId, UUID submissionId) {
        return new SealedField("item", itemId, "as-sent." + submissionId);
    }

    public Submission {
        addresses = List.copyOf(addresses);
    }

    /** The decision that accepts this submission. */
    Decision<Submission> received() {
        return Decision.of(
                this,
                new SubmissionReceived(
                        id, items(), channel, language, contact.isPresent(), Optional.of(circumstances), receivedAt));
    }

    /** Without the contact, for good; says so once. */
    public Decision<Submission> withoutContact(Instant now) {
        if (contact.isEmpty()) {
            return Decision.of(this);
        }
        return Decision.of(
                copy(addresses, circumstances, Optional.empty(), amendments.withoutContact(), registered),
                new ReporterContactErased(id, now));
    }

    /** The decision that adds the answer to {@code question}, which is in this submission already. */
    Decision<Submission> amended(Amendments more, String question, Instant now) {
        return Decision.of(
                copy(addresses, circumstances, contact, more, false),
                new SubmissionAmended(id, items(), List.of(question), circumstances, contact.isPresent(), now));
    }

    Submission with(Circumstances given) {
        return copy(addresses, given, contact, amendments, registered);
    }

    Submission with(KeptContact given, Consent consent) {
        return copy(addresses, circumstances, Optional.of(given), amendments.with(consent), registered);
    }

    /** @param sealed the words for an item, sealed for it */
    Submission withNote(Function<UUID, Sealed> sealed) {
        return with(a -> new ReportedAddress(
                a.itemId(), a.kind(), a.address(), a.asSent(), Optional.of(sealed.apply(a.itemId())), a.referrer()));
    }

    /** @param sealed the words for an item, sealed for it */
    Submission withReferrer(Function<UUID, Sealed> sealed) {
        return with(a -> new ReportedAddress(
                a.itemId(), a.kind(), a.address(), a.asSent(), a.note(), Optional.of(sealed.apply(a.itemId()))));
    }

    /** Without what the reporter wrote about the addresses. */
    public Decision<Submission> withoutWords() {
        return Decision.of(with(a -> new ReportedAddress(
                a.itemId(), a.kind(), a.address(), a.asSent(), Optional.empty(), Optional.empty())));
    }

    private Submission with(UnaryOperator<ReportedAddress> change) {
        return copy(addresses.stream().map(change).toList(), circumstances, contact, amendments, registered);
    }

    /** Another with the same identity; reference, secret, fingerprint and origin never change. */
    private Submission copy(
            List<ReportedAddress> newAddresses,
            Circumstances newCircumstances,
            Optional<KeptContact> newContact,
            Amendments newAmendments,
            boolean newRegistered) {
        return new Submission(
                id,
                reference,
                secretHash,
                fingerprint,
                newAddresses,
                channel,
                language,
                newCircumstances,
                newContact,
                receivedAt,
                newAmendments,
                newRegistered);
    }

    /** Each item once, in the order of the addresses. */
    private List<UUID> items() {
        return addresses.stream().map(ReportedAddress::itemId).distinct().toList();
    }

    /** What each item is to hear, once. */
    List<Report> reports() {
        return items().stream().map(this::report).toList();
    }

    private Report report(UUID itemId) {
        return addresses.stream()
                .filter(a -> a.itemId().equals(itemId))
                .findFirst()
                .map(a -> new Report(
                        itemId,
                        id,
                        a.kind(),
                        a.address(),
                        a.asSent().spelling(),
                        a.note(),
                        a.referrer(),
                        circumstances,
                        amendments.count()))
                .orElseThrow();
    }
}
