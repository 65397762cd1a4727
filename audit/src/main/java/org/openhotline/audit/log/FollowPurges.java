// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.ReadEvent;
import org.openhotline.contracts.event.CorrespondenceEvent.MessagesErased;
import org.openhotline.contracts.event.CorrespondenceEvent.ReporterAnswered;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.LegalHoldEvent.LegalHoldLifted;
import org.openhotline.contracts.event.LegalHoldEvent.LegalHoldPlaced;
import org.openhotline.contracts.event.PurgeEvent.PurgeCompleted;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportAmended;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.event.SubmissionEvent.ReporterContactErased;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionAmended;
import org.openhotline.contracts.event.SubmissionEvent.SubmissionReceived;
import org.openhotline.contracts.event.WireNames;

/**
 * Erases the log's own copies of what report-intake has erased: of a contact, what was told about the reporter; of
 * messages, that the reporter answered; of notes, what was told about items, unless the submission is under legal hold.
 * Who of the staff did what stays.
 */
final class FollowPurges {
    private static final Set<String> PURGES = Stream.of(
                    ReporterContactErased.class, MessagesErased.class, PurgeCompleted.class)
            .map(WireNames::of)
            .collect(Collectors.toUnmodifiableSet());
    private static final String NOTES = "notes";
    private static final int PAGE = 1000;

    private final LogEntries entries;
    private final ReadEvent events;

    FollowPurges(LogEntries entries, ReadEvent events) {
        this.entries = entries;
        this.events = events;
    }

    /** After these events are in the log; again for what came again, since the last time may have been cut short. */
    void after(List<Arrival> arrived) {
        arrived.stream()
                .filter(event -> PURGES.contains(event.type()))
                .flatMap(event -> events.read(event.type(), event.json()).stream())
                .forEach(this::after);
    }

    private void after(Event purge) {
        switch (purge) {
            case ReporterContactErased contact -> {
                erase(of(contact.submissionId(), SubmissionReceived.class));
                erase(of(contact.submissionId(), SubmissionAmended.class));
            }
            case MessagesErased messages -> erase(of(messages.submissionId(), ReporterAnswered.class));
            case PurgeCompleted done
            when done.rule().equals(NOTES) ->
                Stream.of(ItemReported.class, ItemReportedAgain.class, ItemReportAmended.class)
                        .forEach(told -> eraseUnlessHeld(told, done.cutoff()));
            default -> {
                // the certificate of a rule whose erasures were told one by one
            }
        }
    }

    private void eraseUnlessHeld(Class<? extends Event> type, Instant cutoff) {
        EntryFilter due = EntryFilter.ALL.ofType(WireNames.of(type)).between(Instant.EPOCH, cutoff);
        erase(kept(due).filter(entry -> submission(entry).filter(this::isHeld).isEmpty()));
    }

    private boolean isHeld(UUID submission) {
        return newest(submission, LegalHoldPlaced.class) > newest(submission, LegalHoldLifted.class);
    }

    private long newest(UUID submission, Class<? extends Event> type) {
        return entries.search(of(submission, type), Long.MAX_VALUE, 1).stream()
                .mapToLong(Entry::index)
                .findFirst()
                .orElse(-1);
    }

    private Optional<UUID> submission(Entry entry) {
        return events.of(entry).map(event -> switch (event) {
            case ItemReported told -> told.submissionId();
            case ItemReportedAgain told -> told.submissionId();
            case ItemReportAmended told -> told.submissionId();
            default -> throw new IllegalArgumentException("not what a reporter told: " + event.getClass());
        });
    }

    private void erase(EntryFilter filter) {
        erase(entries.search(filter, Long.MAX_VALUE, Integer.MAX_VALUE).stream());
    }

    private void erase(Stream<Entry> found) {
        List<Long> indexes = found.map(Entry::index).toList();
        if (!indexes.isEmpty()) {
            entries.erase(indexes);
        }
    }

    /** Page by page, since a year of reports may be due. */
    private Stream<Entry> kept(EntryFilter filter) {
        return Stream.iterate(
                        entries.search(filter, Long.MAX_VALUE, PAGE),
                        page -> !page.isEmpty(),
                        page -> entries.search(filter, page.getLast().index(), PAGE))
                .flatMap(List::stream)
                .filter(entry -> !entry.isErased());
    }

    private static EntryFilter of(UUID subject, Class<? extends Event> type) {
        return EntryFilter.ALL.ofSubject(subject).ofType(WireNames.of(type));
    }
}
