// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Documents in the order of their ids. Whoever reads one has a copy of their own. */
final class StoredCollection extends AbstractSynchronizedMongoCollection<Object> {
    private final MVMap<Key, byte[]> documents;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Key, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        Key id = Key.of(getIdField() == null ? UUID.randomUUID() : Utils.getSubdocumentValue(document, getIdField()));
        if (documents.putIfAbsent(id, Maps.write(document)) != null) {
            throw new IllegalStateException("a document with this _id is there already in " + getFullName());
        }
        return id;
    }

    @Override
    protected Document getDocument(Object id) {
        return Maps.read(Objects.requireNonNull(documents.get((Key) id)));
    }

    @Override
    protected void removeDocument(Object id) {
        if (documents.remove(id) == null) {
            throw new NoSuchElementException("no document with this _id in " + getFullName());
        }
    }

    @Override
    protected void handleUpdate(Object id, Document before, Document after) {
        documents.put((Key) id, Maps.write(after));
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(each -> new DocumentWithPosition<>(Maps.read(each.getValue()), each.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        var all = streamAllDocumentsWithPosition();
        if (isNaturalDescending(orderBy)) {
            all = all.sorted(Comparator.comparing((DocumentWithPosition<Object> each) -> (Key) each.getPosition())
                    .reversed());
        }
        return matchDocumentsFromStream(
                all.map(DocumentWithPosition::getDocument), query, orderBy, skip, limit, batchSize, fields);
    }

    /** For a pipeline, whose documents are read one by one and never all held at once. */
    @Override
    public Stream<Document> queryAllAsStream() {
        return Optional.of(FirstMatch.OF_THIS_COMMAND)
                .filter(ScopedValue::isBound)
                .flatMap(bound -> bound.get().takeFor(getCollectionName()))
                .map(this::matching)
                .orElseGet(this::all);
    }

    private Stream<Document> matching(FirstMatch.Match match) {
        var query = match.query();
        Optional<Index<Object>> usable =
                getIndexes().stream().filter(index -> index.canHandle(query)).findFirst();
        if (match.counted() && usable.orElse(null) instanceof SecondaryIndex index && index.alone(query)) {
            return index.placeholders(query);
        }
        return usable.map(
                        index -> StreamSupport.stream(index.getPositions(query).spliterator(), false)
                                .map(this::getDocument))
                .orElseGet(this::all)
                .filter(document -> documentMatchesQuery(document, query));
    }

    private Stream<Document> all() {
        return streamAllDocumentsWithPosition().map(DocumentWithPosition::getDocument);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Kept nowhere: it would be one more write for each. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int difference) {
        // see above
    }

    @Override
    protected int getDataSize() {
        return documents.values().stream().mapToInt(each -> each.length).sum();
    }
}
