// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.reportintake.contact.StoredKeys;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * One document for each key in the collection {@code submission_keys}: {@code {_id: <submission>/<purpose>, key: <wrapped>,
 * since: <date>}}. A backup of this collection must be kept no longer than the shortest retention.
 */
final class MongoStoredKeys implements StoredKeys {
    private final MongoTemplate mongo;

    MongoStoredKeys(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Sealed> find(UUID submissionId, Purpose purpose) {
        return Optional.ofNullable(
                        keys().find(eq("_id", id(submissionId, purpose))).first())
                .map(document -> new Sealed(document.getString("key")));
    }

    @Override
    public Sealed keep(UUID submissionId, Purpose purpose, Sealed wrapped, Instant now) {
        try {
            keys().insertOne(new Document("_id", id(submissionId, purpose))
                    .append("key", wrapped.text())
                    .append("since", Date.from(now)));
            return wrapped;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // somebody else was faster
            return find(submissionId, purpose).orElseThrow(() -> e);
        }
    }

    @Override
    public void erase(UUID submissionId, Purpose purpose) {
        keys().deleteOne(eq("_id", id(submissionId, purpose)));
    }

    private MongoCollection<Document> keys() {
        return mongo.getCollection("submission_keys");
    }

    private static String id(UUID submissionId, Purpose purpose) {
        return submissionId + "/" + purpose.name().toLowerCase(Locale.ROOT);
    }
}
