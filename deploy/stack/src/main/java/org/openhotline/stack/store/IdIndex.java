// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index over {@code _id}, which is the map of the documents itself: another one would be a second write for each. */
final class IdIndex extends ConjunctIndex {
    private final MVMap<Key, byte[]> documents;

    IdIndex(String name, List<IndexKey> keys, MVMap<Key, byte[]> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    protected @Nullable Object getPosition(KeyValue values) {
        Key id = Key.of(values);
        return documents.containsKey(id) ? id : null;
    }

    @Override
    public Object getPosition(Document document) {
        return Key.of(document.get("_id"));
    }

    /** The collection has put the document in already. */
    @Override
    public void add(Document document, Object id, MongoCollection<Object> collection) {}

    /** The collection takes the document out itself. */
    @Override
    public Object remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    /** An id does not change. */
    @Override
    public void updateInPlace(Document before, Document after, Object id, MongoCollection<Object> collection) {}

    @Override
    protected boolean putKeyPosition(KeyValue values, Object id) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected Object removeDocument(KeyValue values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }
}
