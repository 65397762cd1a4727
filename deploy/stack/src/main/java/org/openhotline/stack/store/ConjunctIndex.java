// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A unique index that also serves a query which asks for more than its keys. As shipped, an index serves only a query
 * with exactly its keys, so {@code {_id: x, version: 3}}, the filter of every change of an aggregate, would read the
 * whole collection. The documents found by the keys are matched against the whole query afterwards.
 */
abstract class ConjunctIndex extends AbstractUniqueIndex<Object> {
    private final Set<String> fields;

    ConjunctIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.fields = keySet();
    }

    @Override
    public boolean canHandle(Document query) {
        var asked = Conjuncts.of(query, fields);
        return asked.values().stream().noneMatch(BsonRegularExpression::isRegularExpression) && super.canHandle(asked);
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return super.getPositions(Conjuncts.of(query, fields));
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        throw new UnsupportedOperationException("only for regular expressions, which are not looked for here");
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
