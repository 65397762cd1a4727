// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.openhotline.audit.login.Positions;
import org.springframework.data.mongodb.core.MongoTemplate;

/** One document per list in the collection {@code identity_positions}: {@code {_id: <list>, at: <time>}}; never goes back. */
final class MongoPositions implements Positions {
    private final MongoTemplate mongo;

    MongoPositions(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Instant> of(String list) {
        return Optional.ofNullable(positions().find(eq("_id", list)).first())
                .map(document -> document.getDate("at").toInstant());
    }

    @Override
    public void moveTo(String list, Instant at) {
        positions().updateOne(eq("_id", list), max("at", Date.from(at)), new UpdateOptions().upsert(true));
    }

    private MongoCollection<Document> positions() {
        return mongo.getCollection("identity_positions");
    }
}
