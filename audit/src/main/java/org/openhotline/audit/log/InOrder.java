// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.ReadEntries;

/**
 * Decides on one batch what is appended next: each source's events in the order of their sequence and without holes, each
 * once. What was parked before follows as soon as its hole is filled. For one batch.
 */
final class InOrder {
    private final EntryIndex index;
    private final ReadEntries entries;
    private final Parking parking;
    private final Set<String> parked;

    private final Map<String, Long> last = new HashMap<>();
    private final Map<UUID, Arrival> next = new LinkedHashMap<>();
    private final Map<String, TreeMap<Long, Arrival>> waiting = new LinkedHashMap<>();
    private final List<Arrival> doubled = new ArrayList<>();
    private int repeated;

    /** @param parked the sources of which something waits in {@code parking} */
    InOrder(EntryIndex index, ReadEntries entries, Parking parking, Set<String> parked) {
        this.index = index;
        this.entries = entries;
        this.parking = parking;
        this.parked = parked;
    }

    void take(Arrival event) {
        String source = event.source();
        long expected = last(source) + 1;
        if (event.sequence() < expected) {
            takeLate(event);
        } else if (event.sequence() > expected) {
            waiting.computeIfAbsent(source, s -> new TreeMap<>()).putIfAbsent(event.sequence(), event);
        } else {
            append(event);
            follow(source);
        }
    }

    /** Appends what waits of a source although something before it is missing. @return how many */
    int letThrough(String source) {
        int before = next.size();
        parking.first(source, last(source) + 1).ifPresent(event -> {
            append(event);
            follow(source);
        });
        return next.size() - before;
    }

    /** To be appended, in this order. */
    List<Arrival> next() {
        return List.copyOf(next.values());
    }

    /** By source, those that follow a hole; to be parked. */
    Map<String, TreeMap<Long, Arrival>> waiting() {
        return waiting;
    }

    /** Other events in a place that is taken. */
    List<Arrival> doubled() {
        return doubled;
    }

    /** How many came again. */
    int repeated() {
        return repeated;
    }

    long last(String source) {
        return last.computeIfAbsent(source, index::last);
    }

    private void append(Arrival event) {
        last.put(event.source(), event.sequence());
        next.put(event.eventId(), event);
    }

    private void follow(String source) {
        for (Optional<Arrival> event = waits(source); event.isPresent(); event = waits(source)) {
            append(event.get());
        }
    }

    private Optional<Arrival> waits(String source) {
        long expected = last(source) + 1;
        TreeMap<Long, Arrival> here = waiting.getOrDefault(source, new TreeMap<>());
        Optional<Arrival> found = Optional.ofNullable(here.remove(expected));
        if (here.isEmpty()) {
            waiting.remove(source);
        }
        return found.isPresent() || !parked.contains(source)
                ? found
                : parking.first(source, expected).filter(event -> event.sequence() == expected);
    }

    /** Mostly a repetition. An event whose source an operator has let go on without it is appended after all. */
    private void takeLate(Arrival event) {
        if (next.containsKey(event.eventId()) || index.find(event.eventId()).isPresent()) {
            repeated++;
        } else if (isTaken(event)) {
            doubled.add(event);
        } else {
            next.put(event.eventId(), event);
        }
    }

    private boolean isTaken(Arrival event) {
        EntryFilter ofAggregate = EntryFilter.ALL.ofSubject(event.aggregateId());
        return next.values().stream()
                        .anyMatch(e -> e.source().equals(event.source()) && e.sequence() == event.sequence())
                || entries.search(ofAggregate, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                        .anyMatch(e -> isAt(e.leaf(), event));
    }

    private static boolean isAt(Leaf leaf, Arrival event) {
        return leaf.source().equals(event.source()) && leaf.sequence() == event.sequence();
    }
}
