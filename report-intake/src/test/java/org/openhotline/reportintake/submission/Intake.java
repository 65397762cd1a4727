// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.access.Accesses;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.access.AccessLog;
import org.openhotline.reportintake.contact.Consent;
import org.openhotline.reportintake.contact.EraseContact;
import org.openhotline.reportintake.contact.OpenContact;
import org.openhotline.reportintake.contact.SealContact;
import org.openhotline.reportintake.contact.StoredKeys;
import org.openhotline.reportintake.contact.SubmissionKeys;
import org.openhotline.reportintake.item.ReportedItem;
import org.openhotline.reportintake.reference.Receipt;
import org.openhotline.reportintake.retention.DecideHold;
import org.openhotline.reportintake.retention.EraseContacts;
import org.openhotline.reportintake.retention.LegalHold;
import org.openhotline.reportintake.retention.LegalHolds;
import org.openhotline.reportintake.retention.Purge;
import org.openhotline.reportintake.retention.RunPurge;
import org.openhotline.reportintake.status.ReadStatus;
import org.openhotline.reportintake.submission.GivenReport.GivenAddress;
import org.openhotline.reportintake.submission.StoreSubmissions.ToStore;

/** A whole intake in memory, with a clock to turn, keys to rotate and trouble to make. */
public final class Intake {
    private static final Map<Sealed, String> CLEAR = new ConcurrentHashMap<>();

    public Instant now = Instant.parse("2026-03-01T10:00:00Z");
    public final InMemoryAggregates<ReportedItem> items = new InMemoryAggregates<>();
    public final InMemorySubmissions submissions = new InMemorySubmissions();
    public final Map<String, UUID> known = new HashMap<>();
    public final RotatingIndex index = new RotatingIndex();
    public Predicate<UUID> unreachable = item -> false;

    public final InstantSource clock = () -> now;
    public final RegisterItems registerItems = new RegisterItems(submissions, new Fragile(), clock);
    public final FinishRegistration finishRegistration = new FinishRegistration(submissions, registerItems, clock);
    public final InMemoryKeys storedKeys = new InMemoryKeys();
    public final SubmissionKeys keys = new SubmissionKeys(sealing("contact"), Intake::opened, storedKeys);
    public final OpenContact openContact = new OpenContact(keys);
    public final InMemoryAggregates<Purge> purges = new InMemoryAggregates<>();
    public final InMemoryHolds holds = new InMemoryHolds();
    public final RunPurge runPurge = new RunPurge(purges, holds, clock);
    public final DecideHold decideHold = new DecideHold(holds, submissions, sealing("case"), clock);
    public final ReadStatus readStatus = new ReadStatus(submissions, items, index);
    private final StoreSubmissions storeSubmissions =
            new StoreSubmissions(submissions, this::itemsFor, sealing("case"), index, clock);
    public final ReceiveSubmission receiveSubmission = receiveSubmission(storeSubmissions, new AtOnce());

    public ReceiveSubmission receiveSubmission(StoreSubmissions store, Storing storing) {
        return new ReceiveSubmission(
                new CheckReport(List.of("en", "fr", "ar")),
                submissions,
                store,
                storing,
                new SealContact(keys),
                new Receipts(index),
                clock);
    }

    public final AmendSubmission amendSubmission =
            new AmendSubmission(submissions, new AtOnce(), sealing("case"), new SealContact(keys), index, clock);

    /** The id of the submission that was accepted. */
    public UUID submitted(String key, String... addresses) {
        return ((Outcome.Accepted) receive(key, report(addresses))).submissionId();
    }

    public EraseContacts eraseContacts(Duration keep) {
        return new EraseContacts(submissions, new EraseContact(keys), keep);
    }

    public final InMemoryAggregates<Accesses.Access> accesses = new InMemoryAggregates<>();
    public final AccessLog accessLog = accessLog(UUID::randomUUID);

    public AccessLog accessLog(Ids ids) {
        return new AccessLog(new Accesses(accesses, ids, clock, "report-intake"));
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
        boolean blank = contact.filter(text -> !text.isBlank()).isEmpty();
        return report(note, contact, new Consent(!blank, false), addresses);
    }

    public static GivenReport report(
            Optional<String> note, Optional<String> contact, Consent consent, String... addresses) {
        return new GivenReport(
                Arrays.stream(addresses)
                        .map(a -> new GivenAddress(a, Optional.empty()))
                        .toList(),
                note,
                Optional.empty(),
                contact,
                consent,
                Optional.of("en"),
                Channel.API,
                Circumstances.PUBLIC);
    }

    public List<Event> events() {
        List<Event> all = new ArrayList<>(submissions.events());
        all.addAll(items.events());
        return all;
    }

    /** As the worker does, without its thread. */
    private final class AtOnce implements ItemsToTell, Storing {
        @Override
        public void later(Submission stored) {
            now(List.of(stored));
        }

        @Override
        public Outcome store(ToStore report) {
            return storeAll(List.of(report)).getFirst();
        }

        @Override
        public List<Outcome> storeAll(List<ToStore> reports) {
            StoreSubmissions.Stored stored = storeSubmissions.store(reports);
            now(stored.submissions());
            return stored.outcomes();
        }

        private void now(Collection<Submission> stored) {
            try {
                registerItems.of(stored);
            } catch (IllegalStateException e) {
                // told later
            }
        }
    }

    public synchronized Map<String, UUID> itemsFor(Set<String> identities) {
        return identities.stream()
                .collect(Collectors.toMap(
                        identity -> identity,
                        identity -> known.computeIfAbsent(identity, _ -> new UUID(1, known.size()))));
    }

    public static Sealing sealing(String keyset) {
        return (field, text) -> {
            Sealed sealed = new Sealed(keyset + "|" + field.associatedData() + "|" + text.hashCode());
            CLEAR.put(sealed, text);
            return sealed;
        };
    }

    /** Opens what any keyset here has sealed. */
    public static String opened(SealedField field, Sealed sealed) {
        String text = CLEAR.get(sealed);
        if (text == null || !sealed.text().contains("|" + field.associatedData() + "|")) {
            throw new Opening.CannotOpen(field);
        }
        return text;
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
    public static final class InMemorySubmissions extends InMemoryAggregates<Submission> implements Submissions {
        @Override
        public List<Submission> withReference(List<String> references) {
            return all().stream()
                    .filter(s -> references.contains(s.reference()))
                    .toList();
        }

        @Override
        public List<Submission> unregistered(Instant cutoff, int limit) {
            return all().stream()
                    .filter(s -> !s.registered() && s.receivedAt().isBefore(cutoff))
                    .sorted(Comparator.comparing(Submission::receivedAt))
                    .limit(limit)
                    .toList();
        }

        @Override
        public void noteItemsTold(Collection<Submission> told) {
            told.forEach(each -> change(each.id(), present -> Decision.of(noted(present.orElseThrow(), each))));
        }

        private static Submission noted(Submission s, Submission told) {
            return new Submission(
                    s.id(),
                    s.reference(),
                    s.secretHash(),
                    s.fingerprint(),
                    s.addresses(),
                    s.channel(),
                    s.language(),
                    s.circumstances(),
                    s.contact(),
                    s.receivedAt(),
                    s.amendments(),
                    s.registered()
                            || s.amendments().count() == told.amendments().count());
        }

        @Override
        public List<Submission> withContactSince(Instant cutoff, int limit, Set<UUID> except) {
            return all().stream()
                    .filter(s ->
                            s.contact().filter(c -> c.since().isBefore(cutoff)).isPresent())
                    .filter(s -> !except.contains(s.id()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Submission> withWordsReceivedBefore(Instant cutoff, int limit, Set<UUID> except) {
            return all().stream()
                    .filter(s -> s.registered() && s.receivedAt().isBefore(cutoff))
                    .filter(s -> s.addresses().stream()
                            .anyMatch(a -> a.note().isPresent() || a.referrer().isPresent()))
                    .filter(s -> !except.contains(s.id()))
                    .limit(limit)
                    .toList();
        }
    }

    /** The repository's query over {@link InMemoryAggregates}. */
    public static final class InMemoryHolds extends InMemoryAggregates<LegalHold> implements LegalHolds {
        @Override
        public Set<UUID> held() {
            return all().stream().filter(LegalHold::held).map(LegalHold::id).collect(Collectors.toSet());
        }
    }

    /** The wrapped keys. */
    public static final class InMemoryKeys implements StoredKeys {
        public final Map<String, Sealed> keys = new ConcurrentHashMap<>();

        @Override
        public Optional<Sealed> find(UUID submissionId, Purpose purpose) {
            return Optional.ofNullable(keys.get(submissionId + "/" + purpose));
        }

        @Override
        public Sealed keep(UUID submissionId, Purpose purpose, Sealed wrapped, Instant now) {
            return keys.computeIfAbsent(submissionId + "/" + purpose, id -> wrapped);
        }

        @Override
        public void erase(UUID submissionId, Purpose purpose) {
            keys.remove(submissionId + "/" + purpose);
        }
    }
}
