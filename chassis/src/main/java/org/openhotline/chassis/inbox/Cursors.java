// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.inbox;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** How far each source has been passed on. */
final class Cursors {
    private final MongoCollection<Document> collection;

    Cursors(MongoTemplate mongo) {
        this.collection = mongo.getCollection("inbox-cursors");
    }

    /** The last sequence passed on, 0 where there is none. */
    long last(String source) {
        Document cursor = collection.find(eq("_id", source)).first();
        return cursor == null ? 0 : cursor.get("sequence", Number.class).longValue();
    }

    void advance(String source, long sequence) {
        collection.updateOne(eq("_id", source), Updates.max("sequence", sequence), new UpdateOptions().upsert(true));
    }
}
