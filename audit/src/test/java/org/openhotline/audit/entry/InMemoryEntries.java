// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** The promises of {@link Entries} in memory. */
public final class InMemoryEntries implements Entries {
    private final Map<UUID, LogEntry> waiting = new LinkedHashMap<>();
    private final List<LogEntry> entries = new ArrayList<>();

    @Override
    public synchronized void addIfAbsent(LogEntry entry) {
        waiting.putIfAbsent(entry.eventId(), entry);
    }

    @Override
    public synchronized List<LogEntry> waiting(int most) {
        return waiting.values().stream().limit(most).toList();
    }

    @Override
    public synchronized long nextIndex() {
        return entries.size();
    }

    @Override
    public synchronized List<LogEntry> assign(long first, List<LogEntry> events) {
        List<LogEntry> fresh = new ArrayList<>();
        for (LogEntry event : events) {
            if (find(event.eventId()).isEmpty()) {
                if (first + fresh.size() < entries.size()) {
                    throw new IndexTaken(first);
                }
                fresh.add(event.at(first + fresh.size()));
                entries.add(fresh.getLast());
            }
        }
        events.forEach(event -> waiting.remove(event.eventId()));
        return fresh;
    }

    @Override
    public synchronized List<LogEntry> sequenced(long from, int most) {
        return entries.stream().skip(from).limit(most).toList();
    }

    @Override
    public synchronized void adopt(long index, Leaf leaf) {
        waiting.remove(leaf.eventId());
        entries.add(new LogEntry(leaf, OptionalLong.of(index), Set.of(leaf.aggregateId()), Optional.empty()));
    }

    @Override
    public synchronized Optional<LogEntry> find(UUID eventId) {
        return entries.stream().filter(e -> e.eventId().equals(eventId)).findFirst();
    }

    @Override
    public synchronized List<LogEntry> search(EntryFilter filter, long before, int most) {
        return entries.reversed().stream()
                .filter(e -> e.index().orElseThrow() < before)
                .filter(e ->
                        filter.subject().filter(s -> !e.subjects().contains(s)).isEmpty())
                .filter(e ->
                        filter.type().filter(t -> !e.leaf().type().equals(t)).isEmpty())
                .filter(e ->
                        filter.from().filter(f -> e.leaf().time().isBefore(f)).isEmpty())
                .filter(e ->
                        filter.until().filter(u -> !e.leaf().time().isBefore(u)).isEmpty())
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void eraseBody(UUID eventId) {
        entries.replaceAll(e ->
                e.eventId().equals(eventId) ? new LogEntry(e.leaf(), e.index(), e.subjects(), Optional.empty()) : e);
    }
}
