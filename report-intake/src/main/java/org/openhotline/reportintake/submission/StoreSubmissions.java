// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.contact.KeptContact;
import org.openhotline.reportintake.submission.CheckedReport.CheckedAddress;
import org.openhotline.reportintake.submission.Receipts.Issue;
import org.openhotline.reportintake.submission.Submission.AsSent;
import org.openhotline.reportintake.submission.Submission.ReportedAddress;

/**
 * Stores reports that are in order, many with no more calls of the store than one. The order of writes is what makes it
 * safe to stop anywhere: (a) each address gets its item id, (b) one write stores the submission: from here on it is
 * accepted. That its items are told is for {@link RegisterItems}.
 */
public final class StoreSubmissions {
    private final Submissions submissions;
    private final KnownAddresses knownAddresses;
    private final Sealing sealing;
    private final BlindIndex index;
    private final References references;
    private final InstantSource clock;

    public StoreSubmissions(
            Submissions submissions,
            KnownAddresses knownAddresses,
            Sealing sealing,
            BlindIndex index,
            InstantSource clock) {
        this.submissions = submissions;
        this.knownAddresses = knownAddresses;
        this.sealing = sealing;
        this.index = index;
        this.references = new References(index);
        this.clock = clock;
    }

    /** A report with nothing wrong, and what belongs to the key that it came under. */
    public static final class ToStore {
        private final CheckedReport report;
        private final Issue issue;
        private final Optional<KeptContact> contact;

        ToStore(CheckedReport report, Issue issue, Optional<KeptContact> contact) {
            this.report = report;
            this.issue = issue;
            this.contact = contact;
        }
    }

    /**
     * What has become of the reports.
     *
     * @param outcomes one for each, in their order
     * @param submissions those that are stored under the keys of all, each once
     */
    public record Stored(List<Outcome> outcomes, List<Submission> submissions) {}

    /** Where it throws, some may have been accepted; sending all of them again under the same keys is safe. */
    public Stored store(List<ToStore> some) {
        Map<String, UUID> items = knownAddresses.itemsFor(identities(some));
        Map<UUID, Submission> stored = new LinkedHashMap<>();
        Map<UUID, Function<Optional<Submission>, Decision<Submission>>> commands = new LinkedHashMap<>();
        for (ToStore each : some) {
            UUID id = each.issue.submissionId();
            commands.computeIfAbsent(id, _ -> {
                Submission submission = submission(each, items);
                return present -> {
                    stored.put(id, present.orElse(submission));
                    return present.map(s -> Decision.of(s)).orElseGet(submission::received);
                };
            });
        }
        submissions.beginAll(commands);
        List<Outcome> outcomes =
                some.stream().map(each -> outcome(each, stored)).toList();
        return new Stored(outcomes, List.copyOf(stored.values()));
    }

    private static Set<String> identities(List<ToStore> some) {
        return some.stream()
                .flatMap(each -> each.report.addresses().stream())
                .map(CheckedAddress::identity)
                .collect(Collectors.toSet());
    }

    private Outcome outcome(ToStore each, Map<UUID, Submission> stored) {
        return answer(Objects.requireNonNull(stored.get(each.issue.submissionId())), each.report, each.issue);
    }

    /** What the sender is told of a submission that is stored under its key, now or earlier. */
    Outcome answer(Submission stored, CheckedReport report, Issue issue) {
        return index.candidates(fingerprint(report)).contains(stored.fingerprint())
                ? new Outcome.Accepted(stored.id(), issue.receipt())
                : new Outcome.KeyUsed();
    }

    private Submission submission(ToStore toStore, Map<String, UUID> items) {
        CheckedReport report = toStore.report;
        UUID id = toStore.issue.submissionId();
        Instant now = clock.instant();
        return new Submission(
                id,
                references.of(toStore.issue.receipt().reference()),
                toStore.issue.receipt().secret().hash(),
                index.of(fingerprint(report)),
                report.addresses().stream()
                        .map(a -> reported(a, Objects.requireNonNull(items.get(a.identity())), report, id))
                        .toList(),
                report.channel().wireName(),
                report.language(),
                report.circumstances(),
                toStore.contact,
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
