// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhotline.audit.entry.Entries;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.LogEntry;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.merkle.Hashing;

/**
 * Brings what has come into the tree: gives each waiting entry its index, then appends. The index in the store is
 * what makes it exactly once: whatever crashes, the same entry is appended at the same place again. Made anew after
 * every exception; making it reconciles store and tree. See docs/decisions/0041.
 */
public final class AppendEntries implements Closeable {
    private final Entries entries;
    private final LogWriter writer;
    private final int batch;

    /**
     * @param published the last checkpoint that others were told of
     * @throws LogDamaged where store, tree and published checkpoint cannot all be true
     */
    public AppendEntries(Entries entries, LogWriter writer, int batch, Optional<LogState> published)
            throws IOException {
        this.entries = entries;
        this.writer = writer;
        this.batch = batch;
        adoptWhatOnlyTheTreeKnows();
        requireSameLastEntries();
        published.ifPresent(this::requireConsistent);
    }

    /** Appends all that has an index and at most one batch of what waits. Returns how many entries that were. */
    public long drain() throws IOException {
        long before = writer.head().size();
        long next = entries.nextIndex();
        while (writer.head().size() < next) {
            append(sequenced(writer.head().size(), next));
        }
        append(entries.assign(next, inOrderOfSources(entries.waiting(batch))));
        return writer.head().size() - before;
    }

    public Log.Head head() {
        return writer.head();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** The events of one source keep their places but stand in the order of their sequence. */
    private static List<LogEntry> inOrderOfSources(List<LogEntry> arrived) {
        Map<String, Deque<LogEntry>> bySource = new HashMap<>();
        arrived.stream()
                .sorted(Comparator.comparingLong(e -> e.leaf().sequence()))
                .forEach(e -> bySource.computeIfAbsent(e.leaf().source(), s -> new ArrayDeque<>())
                        .add(e));
        return arrived.stream()
                .map(e -> bySource.getOrDefault(e.leaf().source(), new ArrayDeque<>())
                        .remove())
                .toList();
    }

    private void append(List<LogEntry> next) throws IOException {
        writer.append(
                writer.head().size(), next.stream().map(e -> e.leaf().bytes()).toList());
    }

    private List<LogEntry> sequenced(long from, long to) {
        int most = (int) Math.min(batch, to - from);
        List<LogEntry> next = entries.sequenced(from, most);
        for (int i = 0; i < most; i++) {
            if (i >= next.size() || next.get(i).index().orElse(-1) != from + i) {
                throw new LogDamaged("the store has no entry " + (from + i) + " but one after it");
            }
        }
        return next;
    }

    private void adoptWhatOnlyTheTreeKnows() throws IOException {
        long size = writer.head().size();
        for (long from = entries.nextIndex(); from < size; from += batch) {
            long index = from;
            for (byte[] leaf : writer.log().entries(from, Math.min(size, from + batch), writer.head())) {
                entries.adopt(index, Leaf.parse(leaf));
                index++;
            }
        }
    }

    private void requireSameLastEntries() throws IOException {
        long size = writer.head().size();
        long from = Math.max(0, size - batch);
        List<Leaf> inTree = writer.log().entries(from, size, writer.head()).stream()
                .map(Leaf::parse)
                .toList();
        List<Leaf> inStore = entries.sequenced(from, inTree.size()).stream()
                .map(LogEntry::leaf)
                .toList();
        if (!inTree.equals(inStore)) {
            throw new LogDamaged("the last entries of the store are not those of the tree");
        }
    }

    /** Nothing may be signed that contradicts what was published, also where the folder is from an older copy. */
    private void requireConsistent(LogState published) {
        long size = writer.head().size();
        if (published.size() == 0) {
            return;
        }
        Optional<Hash> root = published.size() <= size
                ? Optional.of(writer.log().root(published.size(), writer.head()))
                : rootOfStore(published.size());
        if (!root.map(Hash::base64).equals(Optional.of(published.root()))) {
            throw new LogDamaged("the log is not the one whose checkpoint of size " + published.size()
                    + " was published; a copy from before has been put in its place");
        }
    }

    private Optional<Hash> rootOfStore(long size) {
        Frontier grown = writer.frontier();
        while (grown.size() < size) {
            int most = (int) Math.min(batch, size - grown.size());
            List<LogEntry> next = entries.sequenced(grown.size(), most);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            next.forEach(e -> grown.add(Hashing.leaf(e.leaf().bytes())));
        }
        return Optional.of(grown.root());
    }
}
