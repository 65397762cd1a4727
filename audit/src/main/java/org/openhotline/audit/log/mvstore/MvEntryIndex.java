// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.mvstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.UUID;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.log.EntryIndex;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.merkle.Hashing;

/**
 * The index in one file: events by id, marks by source, {@link Postings} by subject, type, actor and service, and the
 * times of each 256 entries. One commit for each {@link #add}; it need not reach the disk, since the log has everything.
 */
public final class MvEntryIndex implements EntryIndex {
    /** To be raised with every change of what is written, so that older files are made anew. */
    private static final byte FORM = 1;

    private static final int CACHE_MB = 8;
    /** Entries whose earliest and latest time are kept together. */
    private static final int STRETCH = 256;
    /** Below this share of live pages, in percent, room is given back; after that many commits; so much at a time. */
    private static final int FILL_RATE = 70;

    private static final int COMMITS = 64;
    private static final int REWRITE = 8 << 20;
    /** How long freed pages are left alone, in ms. */
    private static final int RETENTION = 5000;

    private static final byte[] STATE = {0};

    private final MVStore store;
    private final MVMap<byte[], Long> events;
    private final MVMap<byte[], Long> marks;
    private final MVMap<byte[], byte[]> chunks;
    private final MVMap<Long, byte[]> times;
    private final MVMap<byte[], byte[]> meta;
    private final Postings postings;
    private int commits;

    private MvEntryIndex(MVStore store) {
        this.store = store;
        this.events = store.openMap("events", numbers());
        this.marks = store.openMap("marks", numbers());
        this.chunks = store.openMap("postings", bytes());
        this.times = store.openMap(
                "times",
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
        this.meta = store.openMap("meta", bytes());
        this.postings = new Postings(chunks);
    }

    /** Opens the index in {@code folder}; where another process has the file, this instance gets one of its own. */
    public static MvEntryIndex open(Path folder) {
        try {
            Files.createDirectories(folder);
            for (int i = 0; ; i++) {
                Path file = folder.resolve(i == 0 ? "index.mv" : "index-" + i + ".mv");
                try {
                    return open(file, true);
                } catch (MVStoreException e) {
                    if (e.getErrorCode() != DataUtils.ERROR_FILE_LOCKED) {
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MvEntryIndex open(Path file, boolean again) throws IOException {
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .cacheSize(CACHE_MB)
                    .autoCommitDisabled()
                    .open();
            store.setRetentionTime(RETENTION);
            return new MvEntryIndex(store);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED || !again) {
                throw e;
            }
            Files.delete(file); // damaged, for example by a power cut: it is only a copy
            return open(file, false);
        }
    }

    @Override
    public State state() {
        byte[] state = meta.get(STATE);
        if (state == null || state[0] != FORM) {
            return new State(0, Hashing.EMPTY_ROOT);
        }
        ByteBuffer buffer = ByteBuffer.wrap(state, 1, state.length - 1);
        long size = buffer.getLong();
        byte[] root = new byte[Hash.LENGTH];
        buffer.get(root);
        return new State(size, Hash.of(root));
    }

    @Override
    public void add(List<Filed> entries, Hash root) {
        long size = state().size();
        if (size == 0) {
            clearAll(); // of an older form, perhaps
        }
        Map<ByteBuffer, Indexes> byTerm = new HashMap<>();
        for (Filed entry : entries) {
            if (entry.index() != size++) {
                store.rollback();
                throw new IllegalArgumentException("entry " + entry.index() + " is not the next one");
            }
            events.put(Terms.id(entry.leaf().eventId()), entry.index());
            mark(entry);
            terms(entry)
                    .forEach(term -> byTerm.computeIfAbsent(ByteBuffer.wrap(term), t -> new Indexes())
                            .add(entry.index()));
        }
        byTerm.forEach((term, indexes) -> postings.append(term.array(), indexes.values, indexes.count));
        addTimes(entries);
        meta.put(STATE, state(size, root));
        store.commit();
        if (++commits % COMMITS == 0) {
            store.compact(FILL_RATE, REWRITE);
        }
    }

    @Override
    public void clear() {
        clearAll();
        store.commit();
    }

    @Override
    public long last(String source) {
        Long last = marks.get(source.getBytes(UTF_8));
        return last == null ? 0 : last;
    }

    @Override
    public OptionalLong find(UUID eventId) {
        Long index = events.get(Terms.id(eventId));
        return index == null ? OptionalLong.empty() : OptionalLong.of(index);
    }

    @Override
    public PrimitiveIterator.OfLong search(EntryFilter filter, long before) {
        List<Postings.Cursor> cursors = new ArrayList<>();
        filter.subject().map(Terms::subject).map(postings::cursor).ifPresent(cursors::add);
        filter.actor().map(Terms::actor).map(postings::cursor).ifPresent(cursors::add);
        filter.type().map(Terms::type).map(postings::cursor).ifPresent(cursors::add);
        filter.service().map(Terms::service).map(postings::cursor).ifPresent(cursors::add);
        return new Search(cursors, filter, Math.min(before, state().size()));
    }

    @Override
    public void close() {
        store.close();
    }

    private void mark(Filed entry) {
        byte[] source = entry.leaf().source().getBytes(UTF_8);
        Long last = marks.get(source);
        if (last == null || last < entry.leaf().sequence()) {
            marks.put(source, entry.leaf().sequence());
        }
    }

    private static List<byte[]> terms(Filed entry) {
        List<byte[]> terms = new ArrayList<>();
        entry.about().subjects().forEach(subject -> terms.add(Terms.subject(subject)));
        terms.add(Terms.type(entry.leaf().type()));
        entry.about().actor().map(Terms::actor).ifPresent(terms::add);
        entry.about().service().map(Terms::service).ifPresent(terms::add);
        return terms;
    }

    private void addTimes(List<Filed> entries) {
        for (int from = 0; from < entries.size(); ) {
            long stretch = entries.get(from).index() / STRETCH;
            Period period = period(stretch);
            int at = from;
            for (; at < entries.size() && entries.get(at).index() / STRETCH == stretch; at++) {
                period = period.with(entries.get(at).leaf().time().toEpochMilli());
            }
            times.put(stretch, period.bytes());
            from = at;
        }
    }

    private Period period(long stretch) {
        byte[] bytes = times.get(stretch);
        if (bytes == null) {
            return new Period(Long.MAX_VALUE, Long.MIN_VALUE);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Period(buffer.getLong(), buffer.getLong());
    }

    private void clearAll() {
        List.of(events, marks, chunks, times, meta).forEach(MVMap::clear);
    }

    private static byte[] state(long size, Hash root) {
        return ByteBuffer.allocate(1 + Long.BYTES + Hash.LENGTH)
                .put(FORM)
                .putLong(size)
                .put(root.bytes())
                .array();
    }

    private static MVMap.Builder<byte[], Long> numbers() {
        return new MVMap.Builder<byte[], Long>()
                .keyType(ByteArrayDataType.INSTANCE)
                .valueType(LongDataType.INSTANCE);
    }

    private static MVMap.Builder<byte[], byte[]> bytes() {
        return new MVMap.Builder<byte[], byte[]>()
                .keyType(ByteArrayDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE);
    }

    /** @param earliest and {@code latest} in ms since 1970 */
    private record Period(long earliest, long latest) {
        Period with(long time) {
            return new Period(Math.min(earliest, time), Math.max(latest, time));
        }

        boolean meets(EntryFilter filter) {
            return filter.from()
                            .map(Instant::toEpochMilli)
                            .filter(from -> latest < from)
                            .isEmpty()
                    && filter.until()
                            .map(Instant::toEpochMilli)
                            .filter(until -> earliest > until)
                            .isEmpty();
        }

        byte[] bytes() {
            return ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(earliest)
                    .putLong(latest)
                    .array();
        }
    }

    private static final class Indexes {
        private long[] values = new long[4];
        private int count;

        void add(long index) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = index;
        }
    }

    /** Goes back from one index that all cursors have to the next. */
    private final class Search implements PrimitiveIterator.OfLong {
        private final List<Postings.Cursor> cursors;
        private final EntryFilter filter;
        private long next;
        private long stretch = -1;
        private boolean stretchMeets;

        Search(List<Postings.Cursor> cursors, EntryFilter filter, long before) {
            this.cursors = cursors;
            this.filter = filter;
            this.next = fitting(before - 1);
        }

        @Override
        public boolean hasNext() {
            return next >= 0;
        }

        @Override
        public long nextLong() {
            if (next < 0) {
                throw new java.util.NoSuchElementException();
            }
            long found = next;
            next = fitting(found - 1);
            return found;
        }

        private long fitting(long from) {
            long at = from;
            while (at >= 0) {
                long common = meet(at);
                if (common < 0 || meetsPeriod(common)) {
                    return common;
                }
                at = common / STRETCH * STRETCH - 1;
            }
            return -1;
        }

        private long meet(long from) {
            long at = from;
            for (int agreed = 0; agreed < cursors.size(); ) {
                agreed = 0;
                for (Postings.Cursor cursor : cursors) {
                    OptionalLong found = cursor.atOrBefore(at);
                    if (found.isEmpty()) {
                        return -1;
                    }
                    agreed += found.getAsLong() == at ? 1 : 0;
                    at = found.getAsLong();
                }
            }
            return at;
        }

        private boolean meetsPeriod(long index) {
            if (filter.from().isEmpty() && filter.until().isEmpty()) {
                return true;
            }
            if (index / STRETCH != stretch) {
                stretch = index / STRETCH;
                stretchMeets = period(stretch).meets(filter);
            }
            return stretchMeets;
        }
    }
}
