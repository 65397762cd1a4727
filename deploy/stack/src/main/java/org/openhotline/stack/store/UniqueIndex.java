// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index with a map of its own. */
final class UniqueIndex extends ConjunctIndex {
    private final MVMap<Key, Key> ids;

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<Key, Key> ids) {
        super(name, keys, sparse);
        this.ids = ids;
    }

    @Override
    protected @Nullable Object getPosition(KeyValue values) {
        return ids.get(Key.of(values));
    }

    @Override
    protected boolean putKeyPosition(KeyValue values, Object id) {
        return ids.putIfAbsent(Key.of(values), (Key) id) == null;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue values) {
        return ids.remove(Key.of(values));
    }

    @Override
    public long getCount() {
        return ids.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return ids.isEmpty();
    }
}
