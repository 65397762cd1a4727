// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.contact.SealContact;
import org.openhotline.reportintake.submission.CheckReport.Check;
import org.openhotline.reportintake.submission.CheckedReport.CheckedAddress;
import org.openhotline.reportintake.submission.Receipts.Issue;
import org.openhotline.reportintake.submission.Submission.AsSent;
import org.openhotline.reportintake.submission.Submission.ReportedAddress;

/**
 * Takes a report in. The order of writes is what makes it safe to stop anywhere: (a) each address gets its item id,
 * (b) one write stores the submission: from here on it is accepted, (c) its items are told afterwards.
 * What (c) leaves undone, {@link FinishRegistration} does.
 */
public final class ReceiveSubmission {
    private final CheckReport checkReport;
    private final Submissions submissions;
    private final KnownAddresses knownAddresses;
    private final Consumer<Submission> itemsToTell;
    private final Sealing sealing;
    private final SealContact sealContact;
    private final BlindIndex index;
    private final Receipts receipts;
    private final References references;
    private final InstantSource clock;

    /** @param itemsToTell takes a stored submission whose items are to be told; does not fail */
    public ReceiveSubmission(
            CheckReport checkReport,
            Submissions submissions,
            KnownAddresses knownAddresses,
            Consumer<Submission> itemsToTell,
            Sealing sealing,
            SealContact sealContact,
            BlindIndex index,
            InstantSource clock) {
        this.checkReport = checkReport;
        this.submissions = submissions;
        this.knownAddresses = knownAddresses;
        this.itemsToTell = itemsToTell;
        this.sealing = sealing;
        this.sealContact = sealContact;
        this.index = index;
        this.receipts = new Receipts(index);
        this.references = new References(index);
        this.clock = clock;
    }

    /** Whatever is thrown here, the report is not accepted; sending it again with the same key is safe. */
    public Outcome receive(GivenReport given, IdempotencyKey key) {
        return switch (checkReport.check(given)) {
            case Check.Wrong(List<Refusal> refusals) -> new Outcome.Refused(refusals);
            case Check.InOrder(CheckedReport report) ->
                earlier(report, key).orElseGet(() -> store(report, receipts.issue(key)));
        };
    }

    /** The answer that an earlier request with this key got, if there was one; so that no address is reserved for nothing. */
    private Optional<Outcome> earlier(CheckedReport report, IdempotencyKey key) {
        return receipts.candidates(key).stream()
                .flatMap(issue -> submissions.find(issue.submissionId()).map(s -> answer(s, report, issue)).stream())
                .findFirst();
    }

    private Outcome store(CheckedReport report, Issue issue) {
        Submission submission = submission(report, issue);
        Submission stored = submissions.begin(
                issue.submissionId(),
                present -> present.map(s -> Decision.of(s)).orElseGet(submission::received));
        Outcome outcome = answer(stored, report, issue);
        if (outcome instanceof Outcome.Accepted) {
            itemsToTell.accept(stored);
        }
        return outcome;
    }

    private Outcome answer(Submission stored, CheckedReport report, Issue issue) {
        return index.candidates(fingerprint(report)).contains(stored.fingerprint())
                ? new Outcome.Accepted(stored.id(), issue.receipt())
                : new Outcome.KeyUsed();
    }

    private Submission submission(CheckedReport report, Issue issue) {
        UUID id = issue.submissionId();
        Instant now = clock.instant();
        return new Submission(
                id,
                references.of(issue.receipt().reference()),
                issue.receipt().secret().hash(),
                index.of(fingerprint(report)),
                report.addresses().stream().map(a -> reported(a, report, id)).toList(),
                report.channel().wireName(),
                report.language(),
                report.circumstances(),
                report.contact().map(contact -> sealContact.seal(id, contact, now)),
                now,
                report.consent().isForSomething() ? Amendments.NONE.with(report.consent()) : Amendments.NONE,
                false);
    }

    private ReportedAddress reported(CheckedAddress address, CheckedReport report, UUID submissionId) {
        UUID item = knownAddresses.itemFor(address.identity());
        return new ReportedAddress(
                item,
                address.kind(),
                sealing.seal(SealedField.address(item), address.exact()),
                new AsSent(
                        sealing.seal(Submission.asSent(item, submissionId), address.given()),
                        index.of("spelling\n" + address.given())),
                report.note().map(n -> sealing.seal(SealedField.note(item, submissionId), n)),
                report.referrer().map(r -> sealing.seal(SealedField.referrer(item, submissionId), r)));
    }

    /** Everything that was sent, each part with its length, so that no two reports read alike. */
    private static String fingerprint(CheckedReport report) {
        StringBuilder all = new StringBuilder("report\n");
        report.addresses().forEach(a -> append(all, a.given()));
        append(all, report.note().orElse(""));
        append(all, report.referrer().orElse(""));
        append(all, report.circumstances().toString());
        append(all, report.contact().orElse(""));
        report.contact().ifPresent(contact -> append(all, report.consent().toString()));
        append(all, report.language());
        return all.toString();
    }

    private static void append(StringBuilder all, String part) {
        all.append(part.length()).append(':').append(part).append('\n');
    }
}
