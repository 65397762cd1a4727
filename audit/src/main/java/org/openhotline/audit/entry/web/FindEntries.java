// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.openhotline.audit.entry.About;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.audit.entry.ReadEvent;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.proof.TlogProof;
import org.openhotline.audit.witness.ShownHeads;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.event.Event;
import org.springframework.stereotype.Component;

/** What pages and API ask of the log. */
@Component
final class FindEntries {
    private final ReadEntries entries;
    private final ReadEvent events;
    private final Log log;
    private final ShownHeads heads;

    FindEntries(ReadEntries entries, ReadEvent events, Log log, ShownHeads heads) {
        this.entries = entries;
        this.events = events;
        this.log = log;
        this.heads = heads;
    }

    /**
     * An entry with what its body tells.
     *
     * @param event empty where the body is erased, or of a type that this version does not know
     */
    record Found(Entry entry, Optional<Event> event, About about) {}

    /** Newest first. @param next where to go on with older ones; empty on the last page */
    record Page(List<Found> entries, OptionalLong next) {}

    Page page(EntryParameters asked, int size) {
        return page(asked.filter(), asked.beforeIndex(), size);
    }

    /** @param types of one of which the entries are, where {@code asked} names none itself */
    Page page(EntryParameters asked, Set<String> types, int size) {
        EntryFilter filter = asked.filter();
        if (filter.type().isPresent()) {
            return page(asked, size);
        }
        long before = asked.beforeIndex();
        return page(
                types.stream().flatMap(type -> entries.search(filter.ofType(type), before, size + 1).stream()), size);
    }

    private Page page(EntryFilter filter, long before, int size) {
        return page(entries.search(filter, before, size + 1).stream(), size);
    }

    private Page page(Stream<Entry> candidates, int size) {
        List<Entry> found = candidates
                .sorted(Comparator.comparingLong(Entry::index).reversed())
                .limit(size + 1L)
                .toList();
        boolean more = found.size() > size;
        List<Entry> page = more ? found.subList(0, size) : found;
        return new Page(
                page.stream().map(this::found).toList(),
                more ? OptionalLong.of(page.getLast().index()) : OptionalLong.empty());
    }

    Found entry(UUID eventId) {
        return found(known(eventId));
    }

    private Entry known(UUID eventId) {
        return entries.find(eventId).orElseThrow(() -> new NotFound("The log has no entry for this event."));
    }

    private Found found(Entry entry) {
        Optional<Event> event = events.of(entry);
        return new Found(entry, event, About.of(entry.leaf(), entry.body().map(Entry.Body::service), event));
    }

    /** Against the last checkpoint that witnesses have signed, or the last one where the entry is newer. */
    TlogProof proof(UUID eventId) {
        long index = known(eventId).index();
        try {
            return log.prove(index, begun(heads.covering(index)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Log.Head head() {
        try {
            return begun(heads.newest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Log.Head begun(Optional<Log.Head> head) {
        return head.orElseThrow(() -> new NotFound("The log has not begun yet."));
    }

    String verifierKey() {
        return log.key().text();
    }
}
