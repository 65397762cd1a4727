// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bson.Document;
import org.openhotline.contracts.event.AggregateType;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes a service's aggregate stores and tells the relay which collections have an outbox. */
public final class AggregateStores {
    private final MongoTemplate mongo;
    private final EnvelopeFactory envelopes;
    private final RelayQueue relay;
    private final Set<String> collections = new ConcurrentSkipListSet<>();

    AggregateStores(MongoTemplate mongo, EnvelopeFactory envelopes, RelayQueue relay) {
        this.mongo = mongo;
        this.envelopes = envelopes;
        this.relay = relay;
    }

    public <S> MongoAggregates<S> of(AggregateType type, Class<S> state, StateIndex... stateIndexes) {
        collections.add(type.collection());
        MongoCollection<Document> collection = mongo.getCollection(type.collection());
        collection.createIndex(Indexes.ascending("relayShard"), new IndexOptions().sparse(true));
        for (StateIndex index : stateIndexes) {
            collection.createIndex(index.keys(), index.options());
        }
        return new MongoAggregates<>(type, state, mongo, envelopes, relay);
    }

    /** The collections that have an outbox. */
    Set<String> collections() {
        return collections;
    }
}
