// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhotline.audit.entry.About;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.audit.entry.ReadEvent;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.witness.ShownHeads;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.event.AggregateType;

/**
 * Collects all entries about an item, and all about what these name: its reports, notices, referrals and so on. Other
 * items, of the same report or notice, are named in them, but their own entries are left out.
 */
public final class CollectCase {
    private static final Set<AggregateType> OF_ITEMS =
            Set.of(AggregateType.REPORTED_ITEM, AggregateType.ASSESSED_ITEM, AggregateType.REMOVAL);

    private final ReadEntries entries;
    private final ReadEvent events;
    private final Log log;
    private final ShownHeads heads;
    private final String policy;
    private final InstantSource clock;

    /** @param policy who must have signed, as the verifier reads it from a file */
    public CollectCase(
            ReadEntries entries, ReadEvent events, Log log, ShownHeads heads, String policy, InstantSource clock) {
        this.entries = entries;
        this.events = events;
        this.log = log;
        this.heads = heads;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * @throws NotFound where the log has no entry about the item
     * @throws InvalidInput where there are too many entries for one file
     */
    public CaseContent of(UUID item) {
        List<Entry> own = about(item);
        if (own.isEmpty()) {
            throw new NotFound("The log has no entry about this item.");
        }
        Map<Long, Entry> found = new TreeMap<>(byIndex(own.stream()));
        related(item, own)
                .map(this::about)
                .filter(CollectCase::isOfNoItem)
                .forEach(more -> found.putAll(byIndex(more.stream())));
        requireFits(found.size());
        return content(item, found.values());
    }

    private Stream<UUID> related(UUID item, List<Entry> own) {
        return own.stream()
                .flatMap(entry -> subjects(entry).stream())
                .distinct()
                .filter(id -> !id.equals(item));
    }

    private Set<UUID> subjects(Entry entry) {
        return About.of(entry.leaf(), entry.body().map(Entry.Body::service), events.of(entry))
                .subjects();
    }

    private List<Entry> about(UUID id) {
        List<Entry> found = entries.search(EntryFilter.ALL.ofSubject(id), Long.MAX_VALUE, CaseContent.MOST_ENTRIES + 1);
        requireFits(found.size());
        return found;
    }

    private static boolean isOfNoItem(List<Entry> entries) {
        return entries.stream().map(entry -> entry.leaf().aggregate()).noneMatch(OF_ITEMS::contains);
    }

    private static Map<Long, Entry> byIndex(Stream<Entry> entries) {
        return entries.collect(Collectors.toMap(Entry::index, entry -> entry));
    }

    private static void requireFits(int count) {
        if (count > CaseContent.MOST_ENTRIES) {
            throw new InvalidInput(
                    "item",
                    "There are too many entries about this for one file.",
                    "an item with at most " + CaseContent.MOST_ENTRIES + " entries");
        }
    }

    private CaseContent content(UUID item, Collection<Entry> found) {
        Log.Head head = head(found);
        return new CaseContent(
                clock.instant(),
                List.of(item.toString()),
                head.checkpoint().origin(),
                head.note().whole(),
                policy,
                found.stream().map(entry -> caseEntry(entry, head)).toList());
    }

    private CaseEntry caseEntry(Entry entry, Log.Head head) {
        return new CaseEntry(
                entry.index(),
                entry.leaf().source(),
                entry.leaf().sequence(),
                entry.leaf().bytes(),
                log.prove(entry.index(), head).text(),
                entry.body().map(body -> new CaseEntry.KeptEvent(body.json(), body.key())));
    }

    /** One that witnesses have signed, where there is one that covers all of them. */
    private Log.Head head(Collection<Entry> found) {
        long last = found.stream().mapToLong(Entry::index).max().orElseThrow();
        try {
            return heads.covering(last).orElseThrow(() -> new NotFound("The log has not begun yet."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
