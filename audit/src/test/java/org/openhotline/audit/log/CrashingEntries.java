// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.audit.entry.Entries;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.LogEntry;

/** Stops dead after a number of calls; an assignment is cut in the middle. */
final class CrashingEntries implements Entries {
    private final Entries entries;
    private int left;

    CrashingEntries(Entries entries, int calls) {
        this.entries = entries;
        this.left = calls;
    }

    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public List<LogEntry> assign(long first, List<LogEntry> waiting) {
        if (left == 0) {
            entries.assign(first, waiting.subList(0, waiting.size() / 2));
        }
        step();
        List<LogEntry> assigned = entries.assign(first, waiting);
        step();
        return assigned;
    }

    @Override
    public List<LogEntry> sequenced(long from, int most) {
        step();
        return entries.sequenced(from, most);
    }

    @Override
    public List<LogEntry> waiting(int most) {
        step();
        return entries.waiting(most);
    }

    @Override
    public void addIfAbsent(LogEntry entry) {
        entries.addIfAbsent(entry);
    }

    @Override
    public long nextIndex() {
        return entries.nextIndex();
    }

    @Override
    public void adopt(long index, Leaf leaf) {
        entries.adopt(index, leaf);
    }

    @Override
    public Optional<LogEntry> find(UUID eventId) {
        return entries.find(eventId);
    }

    @Override
    public List<LogEntry> search(EntryFilter filter, long before, int most) {
        return entries.search(filter, before, most);
    }

    @Override
    public void eraseBody(UUID eventId) {
        entries.eraseBody(eventId);
    }

    private void step() {
        if (left-- == 0) {
            throw new Crash();
        }
    }
}
