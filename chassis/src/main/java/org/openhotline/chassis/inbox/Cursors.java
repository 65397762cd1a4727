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

    /**
     * Where a source stands.
     *
     * @param last sequence passed on, 0 where there is none
     * @param waiting whether events of it may be parked; told here so that nobody has to look for them otherwise
     */
    record Cursor(long last, boolean waiting) {}

    Cursor of(String source) {
        Document cursor = collection.find(eq("_id", source)).first();
        return cursor == null
                ? new Cursor(0, false)
                : new Cursor(cursor.get("sequence", Number.class).longValue(), cursor.getBoolean("waiting", false));
    }

    void advance(String source, long sequence) {
        collection.updateOne(eq("_id", source), Updates.max("sequence", sequence), new UpdateOptions().upsert(true));
    }

    void markWaiting(String source) {
        collection.updateOne(
                eq("_id", source),
                Updates.combine(Updates.set("waiting", true), Updates.max("sequence", 0L)),
                new UpdateOptions().upsert(true));
    }

    void waitNoLonger(String source) {
        collection.updateOne(eq("_id", source), Updates.unset("waiting"));
    }
}
