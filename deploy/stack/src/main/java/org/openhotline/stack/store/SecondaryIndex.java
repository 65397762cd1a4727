// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not unique, which mongo-java-server leaves to its backends: without it every sweep and queue reads its
 * whole collection. An entry is the fields' values and the document's id, one for each element where a value is a list.
 *
 * <p>It serves queries that say of its first fields what they equal, and of the one after those that it exists or lies on
 * one side of a number or time. What it finds is matched against the whole query afterwards, so it may find too much and
 * never too little; a query for nothing (null) is not for it, since a sparse index does not know what has nothing.
 */
final class SecondaryIndex extends Index<Object> {
    private final Set<String> fields;
    private final MVMap<Key, Key> entries;
    private final boolean fresh;

    /** @param fresh whether the documents that are there already are still to be entered */
    SecondaryIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<Key, Key> entries, boolean fresh) {
        super(name, keys, sparse);
        this.fields = keySet();
        this.entries = entries;
        this.fresh = fresh;
    }

    @Override
    public boolean canHandle(Document query) {
        var asked = Conjuncts.of(query, fields);
        Object first = asked.get(fields.iterator().next());
        return !equalTo(first).isEmpty() || exists(first) || Bound.of(first) != null;
    }

    /** Read only as far as somebody asks, since whoever wants the first of very many should not wait for all. */
    @Override
    public Iterable<Object> getPositions(Document query) {
        var ranges = ranges(Conjuncts.of(query, fields));
        return () -> new Found(ranges.iterator());
    }

    /** Whether the index alone tells which documents match: those that have its one field. */
    boolean alone(Document query) {
        return isSparse()
                && fields.size() == 1
                && fields.stream().noneMatch(field -> field.contains("."))
                && query.equals(new Document(fields.iterator().next(), new Document("$exists", true)));
    }

    /** For each document that {@link #alone} tells of, one that has the field and nothing else, to be counted. */
    Stream<Document> placeholders(Document query) {
        return StreamSupport.stream(getPositions(query).spliterator(), false)
                .map(_ -> new Document(fields.iterator().next(), true));
    }

    private List<Range> ranges(Document asked) {
        var begins = List.of(Key.NOTHING);
        for (String field : fields) {
            Object value = asked.get(field);
            var equal = equalTo(value);
            if (equal.isEmpty()) {
                var bound = Bound.of(value);
                return begins.stream()
                        .map(begin -> bound == null
                                ? new Range(begin, begin.end())
                                : new Range(bound.from(begin), bound.to(begin)))
                        .toList();
            }
            begins = begins.stream()
                    .flatMap(begin -> equal.stream().map(begin::with))
                    .distinct()
                    .toList();
        }
        return begins.stream().map(begin -> new Range(begin, begin.end())).toList();
    }

    /** Entries from one key up to another, which is not among them. */
    private record Range(Key from, Key to) {}

    /** The ids in some ranges, each once. */
    private final class Found implements Iterator<Object> {
        private final Iterator<Range> ranges;
        private final Set<Key> before = new HashSet<>();
        private Iterator<Key> range = Collections.emptyIterator();
        private @Nullable Key next;

        Found(Iterator<Range> ranges) {
            this.ranges = ranges;
        }

        @Override
        public boolean hasNext() {
            while (next == null && (range.hasNext() || ranges.hasNext())) {
                if (!range.hasNext()) {
                    range = idsIn(ranges.next());
                } else {
                    Key id = range.next();
                    next = before.add(id) ? id : null;
                }
            }
            return next != null;
        }

        @Override
        public Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Key found = Objects.requireNonNull(next);
            next = null;
            return found;
        }
    }

    private Iterator<Key> idsIn(Range range) {
        var cursor = entries.cursor(range.from(), range.to(), false);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Key next() {
                cursor.next();
                return cursor.getValue();
            }
        };
    }

    /** The values of which a field is to equal one; none where that is not what is asked. */
    private static Collection<?> equalTo(@Nullable Object asked) {
        if (asked instanceof Document expression) {
            Object one = expression.get("$eq");
            Object some = expression.get("$in");
            return some instanceof Collection<?> values && values.stream().allMatch(SecondaryIndex::isScalar)
                    ? values
                    : isScalar(one) ? List.of(Objects.requireNonNull(one)) : List.of();
        }
        return isScalar(asked) ? List.of(Objects.requireNonNull(asked)) : List.of();
    }

    private static boolean isScalar(@Nullable Object value) {
        return !(Missing.isNullOrMissing(value)
                || value instanceof Document
                || value instanceof Collection
                || value instanceof BsonRegularExpression);
    }

    private static boolean exists(@Nullable Object asked) {
        return asked instanceof Document expression && Boolean.TRUE.equals(expression.get("$exists"));
    }

    /** One side of a value; the value itself is always within. */
    private record Bound(Object value, boolean below) {
        static @Nullable Bound of(@Nullable Object asked) {
            if (!(asked instanceof Document expression)) {
                return null;
            }
            return Stream.of("$lt", "$lte", "$gt", "$gte")
                    .filter(operator ->
                            expression.get(operator) instanceof Number || expression.get(operator) instanceof Instant)
                    .map(operator ->
                            new Bound(Objects.requireNonNull(expression.get(operator)), operator.startsWith("$lt")))
                    .findFirst()
                    .orElse(null);
        }

        Key from(Key begin) {
            return below ? begin.withKindOf(value) : begin.with(value);
        }

        Key to(Key begin) {
            return below ? begin.with(value).end() : begin.withKindOf(value).end();
        }
    }

    private Set<Key> entriesOf(Document document) {
        return entries(valuesOf(document), idOf(document));
    }

    private List<Object> valuesOf(Document document) {
        var values = new ArrayList<Object>(fields.size());
        for (String field : fields) {
            values.add(Utils.getSubdocumentValueCollectionAware(document, field));
        }
        return values;
    }

    private Set<Key> entries(List<Object> values, Key id) {
        if (isSparse() && values.stream().allMatch(Missing.class::isInstance)) {
            return Set.of();
        }
        if (values.stream().noneMatch(Collection.class::isInstance)) {
            return Set.of(Key.of(values).with(id));
        }
        var all = List.of(Key.NOTHING);
        for (Object value : values) {
            var each = elements(value);
            all = all.stream().flatMap(begin -> each.stream().map(begin::with)).toList();
        }
        var entries = new TreeSet<Key>();
        all.forEach(begin -> entries.add(begin.with(id)));
        return entries;
    }

    private static Set<Key> elements(@Nullable Object value) {
        var keys = new HashSet<Key>();
        if (value instanceof Collection<?> many && !many.isEmpty()) {
            many.forEach(one -> keys.add(Key.of(one)));
        } else {
            keys.add(Key.of(value instanceof Collection<?> ? null : value));
        }
        return keys;
    }

    private static Key idOf(Document document) {
        return Key.of(document.get("_id"));
    }

    @Override
    public void add(Document document, Object id, MongoCollection<Object> collection) {
        entriesOf(document).forEach(entry -> entries.put(entry, (Key) id));
    }

    @Override
    public Object remove(Document document) {
        entriesOf(document).forEach(entries::remove);
        return idOf(document);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object id, MongoCollection<Object> collection) {
        var valuesBefore = valuesOf(before);
        var valuesAfter = valuesOf(after);
        if (valuesBefore.equals(valuesAfter)) {
            return;
        }
        var old = entries(valuesBefore, (Key) id);
        var now = entries(valuesAfter, (Key) id);
        old.stream().filter(entry -> !now.contains(entry)).forEach(entries::remove);
        now.stream().filter(entry -> !old.contains(entry)).forEach(entry -> entries.put(entry, (Key) id));
    }

    /** Where a document lies is for the unique indexes to say. */
    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    /** Asked once, to decide whether the documents that are there are to be entered. */
    @Override
    public boolean isEmpty() {
        return fresh;
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {}
}
