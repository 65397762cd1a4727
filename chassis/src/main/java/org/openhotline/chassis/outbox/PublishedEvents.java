// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.cloudevents.EnvelopeDocuments;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What has gone out, kept as long as the topics keep it, so that it can go out again after the loss of a broker. */
final class PublishedEvents {
    private final MongoCollection<Document> collection;
    private final InstantSource clock;

    PublishedEvents(MongoTemplate mongo, InstantSource clock) {
        this.collection = mongo.getCollection("published");
        this.clock = clock;
        collection.createIndex(Indexes.ascending("aggregateId", "sequence"));
        collection.createIndex(Indexes.ascending("publishedAt"));
    }

    /** Idempotent: an event that went out twice is kept once. */
    void keep(List<Envelope> envelopes) {
        Date now = Date.from(clock.instant());
        try {
            collection.insertMany(
                    envelopes.stream()
                            .map(envelope -> EnvelopeDocuments.write(envelope).append("publishedAt", now))
                            .toList(),
                    new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!DuplicateKeys.areAllThatFailed(e)) {
                throw e;
            }
        }
    }

    /** Every kept event, each aggregate's in order. */
    void forEach(Consumer<Envelope> action) {
        collection
                .find()
                .sort(Sorts.ascending("aggregateId", "sequence"))
                .map(EnvelopeDocuments::read)
                .forEach(action);
    }

    /** The application does it, since a TTL index never expires anything in the embedded store. */
    void forgetOlderThan(Duration age) {
        collection.deleteMany(lt("publishedAt", Date.from(clock.instant().minus(age))));
    }
}
