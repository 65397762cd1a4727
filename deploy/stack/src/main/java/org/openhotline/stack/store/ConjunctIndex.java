// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;

/**
 * A unique index that also serves a query which asks for more than its keys. As shipped, an index serves only a query
 * with exactly its keys, so {@code {_id: x, version: 3}}, the filter of every change of an aggregate, would read the
 * whole collection. The documents found by the keys are matched against the whole query afterwards.
 */
final class ConjunctIndex extends Index<Object> {
    private final Index<Object> unique;

    ConjunctIndex(Index<Object> unique, boolean sparse) {
        super(unique.getName(), unique.getKeys(), sparse);
        this.unique = unique;
    }

    @Override
    public boolean canHandle(Document query) {
        return unique.canHandle(keysOf(query));
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return unique.getPositions(keysOf(query));
    }

    /** What the query says of this index's keys, at its top or in a top-level {@code $and}. */
    private Document keysOf(Document query) {
        var found = new Document();
        collect(query, found);
        return found;
    }

    private void collect(Document conjunct, Document found) {
        conjunct.forEach((name, value) -> {
            if (keySet().contains(name)) {
                found.putIfAbsent(name, value);
            } else if (name.equals("$and") && value instanceof Collection<?> conjuncts) {
                conjuncts.forEach(inner -> collect((Document) inner, found));
            }
        });
    }

    @Override
    public Object getPosition(Document document) {
        return unique.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        unique.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        unique.add(document, position, collection);
    }

    @Override
    public Object remove(Document document) {
        return unique.remove(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        unique.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        unique.updateInPlace(before, after, position, collection);
    }

    @Override
    public long getCount() {
        return unique.getCount();
    }

    @Override
    public boolean isEmpty() {
        return unique.isEmpty();
    }

    @Override
    public long getDataSize() {
        return unique.getDataSize();
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public void drop() {
        unique.drop();
    }
}
