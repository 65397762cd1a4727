// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Notices that the broker is another one than before, its topics empty, and sends everything kept again. */
final class BrokerChange {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerChange.class);

    private static final int LOOK_EVERY = 10;

    private final MongoCollection<Document> state;
    private final Supplier<Optional<String>> clusterId;
    private Optional<String> known = Optional.empty();
    private int untilNextLook;

    /** @param clusterId asks the broker, having made sure that its topics exist; empty where it does not answer */
    BrokerChange(MongoTemplate mongo, Supplier<Optional<String>> clusterId) {
        this.state = mongo.getCollection("relay-broker");
        this.clusterId = clusterId;
    }

    /**
     * Asks at the start, after {@link #forget()} and every {@value #LOOK_EVERY} calls: a broker that was replaced while
     * this service had nothing to say never fails a call.
     *
     * @throws IllegalStateException while the broker does not answer
     */
    void republishIfChanged(PublishedEvents published, EventPublisher publisher) {
        if (known.isPresent() && untilNextLook-- > 0) {
            return;
        }
        String now = clusterId.get().orElseThrow(() -> new IllegalStateException("the broker does not answer"));
        Document before = state.find(eq("_id", "cluster")).first();
        if (before != null && !now.equals(before.getString("clusterId"))) {
            LOG.warn("The broker is another one than before; everything kept goes out again");
            published.forEach(publisher::publish);
        }
        state.replaceOne(eq("_id", "cluster"), new Document("clusterId", now), new ReplaceOptions().upsert(true));
        known = Optional.of(now);
        untilNextLook = LOOK_EVERY;
    }

    /** The connection failed: what answers next may be another broker. */
    void forget() {
        known = Optional.empty();
    }
}
