// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.openhotline.audit.entry.About;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.audit.entry.ReadEvent;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.proof.TlogProof;
import org.openhotline.audit.witness.ShownHeads;
import org.openhotline.contracts.NotFound;
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

    /** @param next where to go on with older ones; empty on the last page */
    record Page(List<Entry> entries, OptionalLong next) {}

    Page page(EntryFilter filter, long before, int size) {
        List<Entry> found = entries.search(filter, before, size + 1);
        if (found.size() <= size) {
            return new Page(found, OptionalLong.empty());
        }
        List<Entry> page = found.subList(0, size);
        return new Page(page, OptionalLong.of(page.getLast().index()));
    }

    Entry entry(UUID eventId) {
        return entries.find(eventId).orElseThrow(() -> new NotFound("The log has no entry for this event."));
    }

    /** What the entry is about, as far as its body is there to tell. */
    Set<UUID> subjects(Entry entry) {
        return About.of(
                        entry.leaf(),
                        entry.body().map(Entry.Body::service),
                        entry.body().flatMap(body -> events.read(entry.leaf().type(), body.json())))
                .subjects();
    }

    /** Against the last checkpoint that witnesses have signed, or the last one where the entry is newer. */
    TlogProof proof(Entry entry) {
        try {
            return log.prove(entry.index(), begun(heads.covering(entry.index())));
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
