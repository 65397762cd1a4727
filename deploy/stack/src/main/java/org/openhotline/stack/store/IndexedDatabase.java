// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database whose documents and indexes lie in {@link Maps}, under the names that mongo-java-server gives them. */
final class IndexedDatabase extends H2Database {
    private static final String ID_INDEX = "_id_";

    private final MVStore store;

    IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store; // before the database opens its collections
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        return new StoredCollection(this, collection, options, documents(collection), cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return name.equals(ID_INDEX)
                ? new IdIndex(name, keys, documents(collection))
                : new UniqueIndex(name, keys, sparse, Maps.index(store, indexMap(collection, name)));
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        boolean fresh = !store.hasMap(indexMap(collection, name));
        return new SecondaryIndex(name, keys, sparse, Maps.index(store, indexMap(collection, name)), fresh);
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document message, DatabaseResolver databases, Oplog oplog) {
        return ScopedValue.where(FirstMatch.OF_THIS_COMMAND, FirstMatch.of(command, message))
                .call(() -> super.handleCommand(channel, command, message, databases, oplog));
    }

    private MVMap<Key, byte[]> documents(String collection) {
        return Maps.documents(store, "databases." + getFullCollectionNamespace(collection));
    }

    private String indexMap(String collection, String name) {
        return getFullCollectionNamespace(collection) + "._index_" + name;
    }
}
