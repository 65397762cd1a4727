// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.openhotline.reportintake.contact.SealContact;
import org.openhotline.reportintake.submission.CheckReport.Check;
import org.openhotline.reportintake.submission.Receipts.Issue;
import org.openhotline.reportintake.submission.StoreSubmissions.ToStore;

/** Takes reports in: checks them, has them stored and answers what has become of them. */
public final class ReceiveSubmission {
    private final CheckReport checkReport;
    private final Submissions submissions;
    private final StoreSubmissions storeSubmissions;
    private final Storing storing;
    private final SealContact sealContact;
    private final Receipts receipts;
    private final InstantSource clock;

    public ReceiveSubmission(
            CheckReport checkReport,
            Submissions submissions,
            StoreSubmissions storeSubmissions,
            Storing storing,
            SealContact sealContact,
            Receipts receipts,
            InstantSource clock) {
        this.checkReport = checkReport;
        this.submissions = submissions;
        this.storeSubmissions = storeSubmissions;
        this.storing = storing;
        this.sealContact = sealContact;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** A report and the key that it came under. */
    public record Sent(GivenReport report, IdempotencyKey key) {}

    /** Where it throws, nobody may say that the report is accepted; sending it again with the same key is safe. */
    public Outcome receive(GivenReport given, IdempotencyKey key) {
        return switch (arrival(new Sent(given, key))) {
            case Answered(Outcome outcome) -> outcome;
            case InOrder(ToStore report) -> storing.store(report);
        };
    }

    /** As {@link #receive} for each, in their order. Where it throws, some may have been accepted. */
    public List<Outcome> receiveAll(List<Sent> some) {
        List<Arrival> arrivals = some.stream().map(this::arrival).toList();
        Iterator<Outcome> stored = storing.storeAll(arrivals.stream()
                        .filter(InOrder.class::isInstance)
                        .map(arrival -> ((InOrder) arrival).report())
                        .toList())
                .iterator();
        return arrivals.stream()
                .map(arrival -> switch (arrival) {
                    case Answered(Outcome outcome) -> outcome;
                    case InOrder _ -> stored.next();
                })
                .toList();
    }

    /** A report that is answered already, or one that is to be stored. */
    private sealed interface Arrival {}

    private record Answered(Outcome outcome) implements Arrival {}

    private record InOrder(ToStore report) implements Arrival {}

    private Arrival arrival(Sent sent) {
        return switch (checkReport.check(sent.report())) {
            case Check.Wrong(List<Refusal> refusals) -> new Answered(new Outcome.Refused(refusals));
            case Check.InOrder(CheckedReport report) ->
                underAnEarlierKey(report, sent.key())
                        .<Arrival>map(Answered::new)
                        .orElseGet(() -> new InOrder(toStore(report, receipts.issue(sent.key()))));
        };
    }

    /** The answer that a request got before the index keyset was rotated; others meet in the same document. */
    private Optional<Outcome> underAnEarlierKey(CheckedReport report, IdempotencyKey key) {
        return receipts.earlier(key).stream()
                .flatMap(issue -> submissions.find(issue.submissionId()).stream()
                        .map(stored -> storeSubmissions.answer(stored, report, issue)))
                .findFirst();
    }

    private ToStore toStore(CheckedReport report, Issue issue) {
        return new ToStore(
                report,
                issue,
                report.contact().map(contact -> sealContact.seal(issue.submissionId(), contact, clock.instant())));
    }
}
