// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.contracts.aggregate.Restoring;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes a service's aggregate stores and tells the relay which collections have an outbox. */
public final class AggregateStores {
    private final MongoTemplate mongo;
    private final EnvelopeFactory envelopes;
    private final RelayQueue relay;
    private final Map<AggregateType, MongoAggregates<?>> stores = new ConcurrentSkipListMap<>();

    AggregateStores(MongoTemplate mongo, EnvelopeFactory envelopes, RelayQueue relay) {
        this.mongo = mongo;
        this.envelopes = envelopes;
        this.relay = relay;
    }

    /** @param restoring how its state is made again, should the store be lost */
    public <S> MongoAggregates<S> of(
            AggregateType type, Class<S> state, Restoring<S> restoring, StateIndex... stateIndexes) {
        MongoCollection<Document> collection = mongo.getCollection(type.collection());
        collection.createIndex(Indexes.ascending("relayShard"), new IndexOptions().sparse(true));
        for (StateIndex index : stateIndexes) {
            collection.createIndex(index.keys(), index.options());
        }
        MongoAggregates<S> store = new MongoAggregates<>(type, state, restoring, mongo, envelopes, relay);
        if (stores.putIfAbsent(type, store) != null) {
            throw new IllegalStateException("a service has one store for " + type);
        }
        return store;
    }

    /**
     * Takes an old event of this service over into the aggregate that emitted it.
     *
     * @param event empty where it is erased
     * @return false where it was known, or this service has no such aggregates any more
     * @throws Restoring.NotOpened where it must come again later
     */
    public boolean restore(Envelope old, Optional<Event> event) {
        return Optional.ofNullable(stores.get(old.aggregate()))
                .filter(store -> store.restore(old, event))
                .isPresent();
    }

    /** The collections that have an outbox. */
    Set<String> collections() {
        return stores.keySet().stream().map(AggregateType::collection).collect(Collectors.toSet());
    }
}
