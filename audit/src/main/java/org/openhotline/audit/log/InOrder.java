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

/**
 * Decides on one batch what is appended next: each source's events in the order of their sequence and without holes, each
 * once. What was parked before follows as soon as its hole is filled. For one batch.
 */
final class InOrder {
    private final EntryIndex index;
    private final Parking parking;
    private final Set<String> parked;

    private final Map<String, Long> last = new HashMap<>();
    private final Map<UUID, Arrival> next = new LinkedHashMap<>();
    private final Map<String, TreeMap<Long, Arrival>> waiting = new LinkedHashMap<>();
    private final List<Arrival> misplaced = new ArrayList<>();
    private int repeated;

    /** @param parked the sources of which something waits in {@code parking} */
    InOrder(EntryIndex index, Parking parking, Set<String> parked) {
        this.index = index;
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

    /** New events in a place that their source has passed: taken by another one, or let go by an operator. */
    List<Arrival> misplaced() {
        return misplaced;
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

    private void takeLate(Arrival event) {
        if (next.containsKey(event.eventId()) || index.find(event.eventId()).isPresent()) {
            repeated++;
        } else {
            misplaced.add(event);
        }
    }
}
