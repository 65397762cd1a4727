// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.entry.Commitment;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.ReadEntries;

/** Compares what the broker still holds with the log, event by event: source, sequence and commitment. */
public final class CompareWithBroker {
    private final ReadEntries entries;
    private final Parking parking;
    private final TellOfTheLog tell;

    public CompareWithBroker(ReadEntries entries, Parking parking, TellOfTheLog tell) {
        this.entries = entries;
        this.parking = parking;
        this.tell = tell;
    }

    /** What can be wrong with an event that the broker holds. */
    public enum Kind {
        /** The log has no entry of it, and it does not wait either. */
        MISSING,
        /** The log has another event in its place. */
        DOUBLED,
        /** Its entry was written for something else. */
        ALTERED
    }

    /** @param index of the entry that it differs from */
    public record Difference(Kind kind, Arrival event, OptionalLong index) {}

    /**
     * Compares one event that was taken in before, and tells the others where it differs.
     *
     * @return nothing where all is well
     */
    public Optional<Difference> compare(Arrival event) {
        Optional<Difference> difference = difference(event);
        difference.ifPresent(tell::difference);
        return difference;
    }

    private Optional<Difference> difference(Arrival event) {
        if (event.type().equals(TellOfTheLog.OWN_NEWS)) {
            return Optional.empty();
        }
        if (entries.find(event.eventId()).isEmpty() && waits(event)) {
            return Optional.empty();
        }
        Optional<Entry> entry = entries.find(event.eventId()); // again, since it may have stopped waiting just now
        if (entry.isPresent()) {
            return isFor(event, entry.get()) ? Optional.empty() : found(Kind.ALTERED, event, entry.get());
        }
        Optional<Entry> other = inItsPlace(event);
        return other.isPresent()
                ? found(Kind.DOUBLED, event, other.get())
                : Optional.of(new Difference(Kind.MISSING, event, OptionalLong.empty()));
    }

    /** Whether the entry was written for this event; once the body is erased, as far as the leaf tells. */
    private static boolean isFor(Arrival event, Entry entry) {
        Leaf leaf = entry.leaf();
        return isAt(leaf, event)
                && leaf.type().equals(event.type())
                && leaf.time().equals(event.time())
                && entry.body()
                        .map(body -> Base64.getDecoder().decode(body.key()))
                        .map(key -> Commitment.to(event.json().getBytes(UTF_8), key))
                        .filter(commitment -> !commitment.equals(leaf.commitment()))
                        .isEmpty();
    }

    private boolean waits(Arrival event) {
        return parking.first(event.source(), event.sequence())
                .filter(first -> first.eventId().equals(event.eventId()))
                .isPresent();
    }

    private Optional<Entry> inItsPlace(Arrival event) {
        EntryFilter ofAggregate = EntryFilter.ALL.ofSubject(event.aggregateId());
        return entries.search(ofAggregate, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .filter(entry -> isAt(entry.leaf(), event))
                .findFirst();
    }

    private static boolean isAt(Leaf leaf, Arrival event) {
        return leaf.source().equals(event.source()) && leaf.sequence() == event.sequence();
    }

    private static Optional<Difference> found(Kind kind, Arrival event, Entry entry) {
        return Optional.of(new Difference(kind, event, OptionalLong.of(entry.index())));
    }
}
