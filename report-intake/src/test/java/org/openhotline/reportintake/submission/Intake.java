// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.contact.SealContact;
import org.openhotline.reportintake.item.ReportedItem;
import org.openhotline.reportintake.reference.Receipt;
import org.openhotline.reportintake.retention.EraseContacts;
import org.openhotline.reportintake.status.ReadStatus;
import org.openhotline.reportintake.submission.GivenReport.GivenAddress;

/** A whole intake in memory, with a clock to turn, keys to rotate and trouble to make. */
public final class Intake {
    public Instant now = Instant.parse("2026-03-01T10:00:00Z");
    public final InMemoryAggregates<ReportedItem> items = new InMemoryAggregates<>();
    public final InMemorySubmissions submissions = new InMemorySubmissions();
    public final Map<String, UUID> known = new HashMap<>();
    public final RotatingIndex index = new RotatingIndex();
    public Predicate<UUID> unreachable = item -> false;

    private final InstantSource clock = () -> now;
    private final RegisterItems registerItems = new RegisterItems(submissions, new Fragile(), clock);
    public final FinishRegistration finishRegistration = new FinishRegistration(submissions, registerItems, clock);
    public final EraseContacts eraseContacts = new EraseContacts(submissions, Duration.ofDays(180), clock);
    public final ReadStatus readStatus = new ReadStatus(submissions, items, index);
    public final ReceiveSubmission receiveSubmission = new ReceiveSubmission(
            new CheckReport(List.of("en", "fr", "ar")),
            submissions,
            this::itemFor,
            registerItems,
            sealing("case"),
            new SealContact(sealing("contact")),
            index,
            clock);

    public final AmendSubmission amendSubmission = new AmendSubmission(
            submissions, registerItems, sealing("case"), new SealContact(sealing("contact")), index, clock);

    /** The id of the submission that was accepted. */
    public UUID submitted(String key, String... addresses) {
        return ((Outcome.Accepted) receive(key, report(addresses))).submissionId();
    }

    public Receipt accepted(String key, String... addresses) {
        return ((Outcome.Accepted) receive(key, report(addresses))).receipt();
    }

    public Outcome receive(String key, GivenReport report) {
        return receiveSubmission.receive(report, IdempotencyKey.read(key).orElseThrow());
    }

    public static GivenReport report(String... addresses) {
        return report(Optional.empty(), Optional.empty(), addresses);
    }

    public static GivenReport report(Optional<String> note, Optional<String> contact, String... addresses) {
        return new GivenReport(
                Arrays.stream(addresses)
                        .map(a -> new GivenAddress(a, Optional.empty()))
                        .toList(),
                note,
                Optional.empty(),
                contact,
                Optional.of("en"),
                Channel.API,
                Circumstances.PUBLIC);
    }

    public List<Event> events() {
        List<Event> all = new ArrayList<>(submissions.aggregates.events());
        all.addAll(items.events());
        return all;
    }

    private UUID itemFor(String identity) {
        return known.computeIfAbsent(identity, _ -> new UUID(1, known.size()));
    }

    private static Sealing sealing(String keyset) {
        return (field, text) -> new Sealed(keyset + "|" + field.associatedData() + "|" + text.hashCode());
    }

    public static String sealedBy(String keyset, SealedField field, String text) {
        return sealing(keyset).seal(field, text).text();
    }

    /** Makes the items' store unreachable when asked to. */
    private final class Fragile implements Aggregates<ReportedItem> {
        @Override
        public Optional<ReportedItem> find(UUID id) {
            return items.find(id);
        }

        @Override
        public ReportedItem change(UUID id, Function<Optional<ReportedItem>, Decision<ReportedItem>> command) {
            if (unreachable.test(id)) {
                throw new IllegalStateException("store down");
            }
            return items.change(id, command);
        }

        @Override
        public Applied apply(
                UUID id,
                Received<? extends Event> event,
                Function<Optional<ReportedItem>, Decision<ReportedItem>> effect) {
            return items.apply(id, event, effect);
        }
    }

    /** Blind index whose keys can rotate: writes with the newest, finds with all. */
    public static final class RotatingIndex implements BlindIndex {
        private final List<String> keys = new ArrayList<>(List.of("k1"));

        public void rotate() {
            keys.add("k" + (keys.size() + 1));
        }

        @Override
        public String of(String text) {
            return keys.getLast() + "." + text.hashCode();
        }

        @Override
        public List<String> candidates(String text) {
            return keys.stream().map(k -> k + "." + text.hashCode()).toList();
        }
    }

    /** The repository's queries over {@link InMemoryAggregates}. */
    public static final class InMemorySubmissions implements Submissions {
        public final InMemoryAggregates<Submission> aggregates = new InMemoryAggregates<>();

        @Override
        public Optional<Submission> find(UUID id) {
            return aggregates.find(id);
        }

        @Override
        public Submission change(UUID id, Function<Optional<Submission>, Decision<Submission>> command) {
            return aggregates.change(id, command);
        }

        @Override
        public Applied apply(
                UUID id, Received<? extends Event> event, Function<Optional<Submission>, Decision<Submission>> effect) {
            return aggregates.apply(id, event, effect);
        }

        @Override
        public List<Submission> withReference(List<String> references) {
            return aggregates.all().stream()
                    .filter(s -> references.contains(s.reference()))
                    .toList();
        }

        @Override
        public List<Submission> unregistered(Instant cutoff, int limit) {
            return aggregates.all().stream()
                    .filter(s -> !s.registered() && s.receivedAt().isBefore(cutoff))
                    .sorted(Comparator.comparing(Submission::receivedAt))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Submission> withContactSince(Instant cutoff, int limit) {
            return aggregates.all().stream()
                    .filter(s ->
                            s.contact().filter(c -> c.since().isBefore(cutoff)).isPresent())
                    .limit(limit)
                    .toList();
        }
    }
}
