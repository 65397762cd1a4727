// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.contracts.event.Topic;

/**
 * The log in the order in which things happened. Its own order is that of arrival: where audit had to catch up, an answer may
 * have arrived before what it answers. The events of one source stay in their order, also where a clock was set back. Of
 * what happened in the same millisecond, reports come before assessments and assessments before takedowns.
 *
 * <p>Needs about 50 bytes of memory for each entry, and as many whole entries as lie between a place in the one order and
 * in the other.
 */
public final class InOrderOfTime {
    private final ReadEntries entries;

    public InOrderOfTime(ReadEntries entries) {
        this.entries = entries;
    }

    private record Place(Instant time, Topic topic, long index) {}

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::time).thenComparing(Place::topic).thenComparing(Place::index);

    /** Hands out every entry but the log's news of itself. */
    public void forEach(Consumer<Entry> reader) {
        List<Place> places = places();
        Map<Long, Entry> ahead = new HashMap<>();
        try (Stream<Entry> log = entries.inOrder(0)) {
            Iterator<Entry> next = log.iterator();
            for (Place place : places) {
                while (!ahead.containsKey(place.index)) {
                    Entry entry = next.next();
                    if (topic(entry) != Topic.AUDIT) {
                        ahead.put(entry.index(), entry);
                    }
                }
                reader.accept(ahead.remove(place.index));
            }
        }
    }

    private List<Place> places() {
        Map<String, Instant> latest = new HashMap<>();
        List<Place> places = new ArrayList<>();
        try (Stream<Entry> log = entries.inOrder(0)) {
            log.filter(entry -> topic(entry) != Topic.AUDIT).forEach(entry -> {
                Leaf leaf = entry.leaf();
                Instant time = latest.merge(leaf.source(), leaf.time(), (a, b) -> a.isAfter(b) ? a : b);
                places.add(new Place(time, topic(entry), entry.index()));
            });
        }
        places.sort(ORDER);
        return places;
    }

    private static Topic topic(Entry entry) {
        return entry.leaf().aggregate().topic();
    }
}
