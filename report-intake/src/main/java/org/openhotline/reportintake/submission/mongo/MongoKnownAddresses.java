// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.submission.KnownAddresses;
import org.openhotline.reportintake.submission.RestoreKnownAddresses;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * One document per address in the collection {@code locators}: {@code {_id: <blind index>, item: <id>}}. The blind index
 * is the key of the document, so it is unique without more; values of older index keys are found too.
 */
final class MongoKnownAddresses implements KnownAddresses, RestoreKnownAddresses.Book {
    private final MongoTemplate mongo;
    private final BlindIndex index;
    private final Ids ids;

    MongoKnownAddresses(MongoTemplate mongo, BlindIndex index, Ids ids) {
        this.mongo = mongo;
        this.index = index;
        this.ids = ids;
    }

    @Override
    public UUID itemFor(String identity) {
        List<String> candidates = index.candidates(identity);
        return known(candidates).orElseGet(() -> reserve(index.of(identity), candidates));
    }

    @Override
    public void note(String identity, UUID item) {
        if (known(index.candidates(identity)).isEmpty()) {
            locators().insertOne(new Document("_id", index.of(identity)).append("item", item.toString()));
        }
    }

    private Optional<UUID> known(List<String> candidates) {
        return Optional.ofNullable(locators().find(in("_id", candidates)).first())
                .map(MongoKnownAddresses::item);
    }

    private UUID reserve(String value, List<String> candidates) {
        UUID reserved = ids.next();
        try {
            locators().insertOne(new Document("_id", value).append("item", reserved.toString()));
            return reserved;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return known(candidates).orElseThrow(() -> e); // somebody was faster since our look
        }
    }

    private MongoCollection<Document> locators() {
        return mongo.getCollection("locators");
    }

    private static UUID item(Document locator) {
        return UUID.fromString(locator.getString("item"));
    }
}
