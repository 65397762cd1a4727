// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final ItemsToTell itemsToTell;
    private final Sealing sealing;
    private final SealContact sealContact;
    private final BlindIndex index;
    private final Receipts receipts;
    private final References references;
    private final InstantSource clock;

    public ReceiveSubmission(
            CheckReport checkReport,
            Submissions submissions,
            KnownAddresses knownAddresses,
            ItemsToTell itemsToTell,
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
            case Check.InOrder(CheckedReport report) -> {
                Issue issue = receipts.issue(key);
                yield underAnEarlierKey(report, key, issue).orElseGet(() -> store(report, issue));
            }
        };
    }

    /** The answer that a request got before the index keyset was rotated; others meet in the same document. */
    private Optional<Outcome> underAnEarlierKey(CheckedReport report, IdempotencyKey key, Issue present) {
        return receipts.candidates(key).stream()
                .filter(issue -> !issue.equals(present))
                .flatMap(issue -> submissions.find(issue.submissionId()).map(s -> answer(s, report, issue)).stream())
                .findFirst();
    }

    private Outcome store(CheckedReport report, Issue issue) {
        Submission submission = submission(report, issue, knownAddresses::itemFor);
        Submission stored = submissions.begin(
                issue.submissionId(),
                present -> present.map(s -> Decision.of(s)).orElseGet(submission::received));
        Outcome outcome = answer(stored, report, issue);
        if (outcome instanceof Outcome.Accepted) {
            itemsToTell.later(stored);
        }
        return outcome;
    }

    /** A report and the key that it came under. */
    public record Sent(GivenReport report, IdempotencyKey key) {}

    /**
     * As {@link #receive} for each, in their order, with a few calls of the store for all of them; returns once the items
     * are told too, so that who brings many cannot run ahead. Where it throws, some may have been accepted.
     */
    public List<Outcome> receiveAll(List<Sent> some) {
        List<Arrival> arrivals = some.stream().map(this::arrival).toList();
        Map<String, UUID> items = knownAddresses.itemsFor(
                arrivals.stream().flatMap(Arrival::identities).collect(Collectors.toSet()));
        Map<UUID, Submission> stored = new LinkedHashMap<>();
        Map<UUID, Function<Optional<Submission>, Decision<Submission>>> commands = new LinkedHashMap<>();
        arrivals.stream().flatMap(arrival -> arrival.toStore().stream()).forEach(toStore -> {
            UUID id = toStore.issue().submissionId();
            commands.computeIfAbsent(id, _ -> {
                Submission submission = submission(
                        toStore.report(), toStore.issue(), identity -> Objects.requireNonNull(items.get(identity)));
                return present -> {
                    stored.put(id, present.orElse(submission));
                    return present.map(s -> Decision.of(s)).orElseGet(submission::received);
                };
            });
        });
        submissions.changeAll(commands);
        itemsToTell.now(stored.values().stream().filter(s -> !s.registered()).toList());
        return arrivals.stream().map(arrival -> arrival.outcome(stored)).toList();
    }

    private Arrival arrival(Sent sent) {
        return switch (checkReport.check(sent.report())) {
            case Check.Wrong(List<Refusal> refusals) ->
                new Arrival(Optional.empty(), _ -> new Outcome.Refused(refusals));
            case Check.InOrder(CheckedReport report) -> {
                Issue issue = receipts.issue(sent.key());
                yield underAnEarlierKey(report, sent.key(), issue)
                        .map(outcome -> new Arrival(Optional.empty(), _ -> outcome))
                        .orElseGet(() -> new Arrival(
                                Optional.of(new ToStore(report, issue)),
                                stored -> answer(
                                        Objects.requireNonNull(stored.get(issue.submissionId())), report, issue)));
            }
        };
    }

    private record ToStore(CheckedReport report, Issue issue) {}

    /**
     * One of many reports on its way in.
     *
     * @param toStore empty where it is answered already
     * @param answer from what is stored by then
     */
    private record Arrival(Optional<ToStore> toStore, Function<Map<UUID, Submission>, Outcome> answer) {
        Stream<String> identities() {
            return toStore.stream()
                    .flatMap(each -> each.report().addresses().stream())
                    .map(CheckedAddress::identity);
        }

        Outcome outcome(Map<UUID, Submission> stored) {
            return answer.apply(stored);
        }
    }

    private Outcome answer(Submission stored, CheckedReport report, Issue issue) {
        return index.candidates(fingerprint(report)).contains(stored.fingerprint())
                ? new Outcome.Accepted(stored.id(), issue.receipt())
                : new Outcome.KeyUsed();
    }

    private Submission submission(CheckedReport report, Issue issue, Function<String, UUID> items) {
        UUID id = issue.submissionId();
        Instant now = clock.instant();
        return new Submission(
                id,
                references.of(issue.receipt().reference()),
                issue.receipt().secret().hash(),
                index.of(fingerprint(report)),
                report.addresses().stream()
                        .map(a -> reported(a, items.apply(a.identity()), report, id))
                        .toList(),
                report.channel().wireName(),
                report.language(),
                report.circumstances(),
                report.contact().map(contact -> sealContact.seal(id, contact, now)),
                now,
                report.consent().isForSomething() ? Amendments.NONE.with(report.consent()) : Amendments.NONE,
                false);
    }

    private ReportedAddress reported(CheckedAddress address, UUID item, CheckedReport report, UUID submissionId) {
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
