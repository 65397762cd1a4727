// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openhotline.audit.body.Bodies;
import org.openhotline.audit.body.BodyReader;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.EraseEntries;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.audit.tiles.TilePath;

/** The entries as they lie on disk: leaves from the tree, bodies from beside it, found by the index. */
public final class LogEntries implements ReadEntries, EraseEntries {
    private final Log log;
    private final Bodies bodies;
    private final EntryIndex index;

    public LogEntries(Log log, Bodies bodies, EntryIndex index) {
        this.log = log;
        this.bodies = bodies;
        this.index = index;
    }

    @Override
    public long size() {
        return index.state().size();
    }

    @Override
    public Optional<Entry> find(UUID eventId) {
        OptionalLong found = index.find(eventId);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(read(found.getAsLong(), found.getAsLong() + 1).getFirst());
    }

    @Override
    public List<Entry> search(EntryFilter filter, long before, int most) {
        PrimitiveIterator.OfLong candidates = index.search(filter, before);
        if (!candidates.hasNext()) {
            return List.of();
        }
        List<Entry> found = new ArrayList<>();
        try (Reading reading = new Reading()) {
            while (found.size() < most && candidates.hasNext()) {
                long at = candidates.nextLong();
                Leaf leaf = reading.leaf(at);
                if (isWithin(leaf, filter)) {
                    found.add(new Entry(at, leaf, reading.bodies.read(at)));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Stream<Entry> inOrder(long from) {
        long size = size();
        return LongStream.rangeClosed(from / TilePath.FULL, Math.max(0, size - 1) / TilePath.FULL)
                .boxed()
                .flatMap(bundle ->
                        read(Math.max(from, bundle * TilePath.FULL), Math.min(size, (bundle + 1) * TilePath.FULL))
                                .stream());
    }

    @Override
    public boolean erase(UUID eventId) {
        OptionalLong found = index.find(eventId);
        return found.isPresent() && erase(List.of(found.getAsLong())) == 1;
    }

    /** As {@link #erase(UUID)} for many, with a few writes. @return how many had not been erased before */
    int erase(Collection<Long> indexes) {
        try {
            return bodies.erase(new TreeSet<>(indexes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Entry> read(long from, long to) {
        if (from >= to) {
            return List.of();
        }
        try (BodyReader reader = bodies.reader()) {
            List<Entry> entries = new ArrayList<>();
            long at = from;
            for (byte[] leaf : log.entries(from, to, head())) {
                entries.add(new Entry(at, Leaf.parse(leaf), reader.read(at)));
                at++;
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Log.Head head() throws IOException {
        return log.head().orElseThrow(() -> new LogDamaged("the log has entries but no checkpoint"));
    }

    private static boolean isWithin(Leaf leaf, EntryFilter filter) {
        return filter.from().filter(from -> leaf.time().isBefore(from)).isEmpty()
                && filter.until().filter(until -> !leaf.time().isBefore(until)).isEmpty();
    }

    /** Keeps the last bundle at hand, since neighbours are often asked for one after the other. */
    private final class Reading implements AutoCloseable {
        final BodyReader bodies = LogEntries.this.bodies.reader();
        private final Log.Head head = head();
        private final long size = size();
        private long bundle = -1;
        private List<byte[]> leaves = List.of();

        Reading() throws IOException {}

        Leaf leaf(long at) throws IOException {
            if (at / TilePath.FULL != bundle) {
                bundle = at / TilePath.FULL;
                leaves = log.entries(bundle * TilePath.FULL, Math.min(size, (bundle + 1) * TilePath.FULL), head());
            }
            return Leaf.parse(leaves.get((int) (at % TilePath.FULL)));
        }

        @Override
        public void close() throws IOException {
            bodies.close();
        }
    }
}
