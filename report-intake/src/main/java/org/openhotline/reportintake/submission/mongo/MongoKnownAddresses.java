// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.openhotline.chassis.outbox.DuplicateKeys;
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

    /** One look for all, one write for those that are new; where somebody was faster meanwhile, another look. */
    @Override
    public Map<String, UUID> itemsFor(Set<String> identities) {
        Map<String, UUID> items = known(identities);
        Map<String, UUID> reserved = new HashMap<>();
        identities.stream()
                .filter(identity -> !items.containsKey(identity))
                .forEach(identity -> reserved.put(identity, ids.next()));
        items.putAll(reserve(reserved) ? reserved : known(reserved.keySet()));
        return items;
    }

    private Map<String, UUID> known(Set<String> identities) {
        Map<String, String> identityOf = new HashMap<>();
        identities.forEach(
                identity -> index.candidates(identity).forEach(candidate -> identityOf.put(candidate, identity)));
        Map<String, UUID> items = new HashMap<>();
        locators()
                .find(in("_id", identityOf.keySet()))
                .forEach(locator ->
                        items.put(Objects.requireNonNull(identityOf.get(locator.getString("_id"))), item(locator)));
        return items;
    }

    /** @return false where any was there already; all are there by then */
    private boolean reserve(Map<String, UUID> reserved) {
        if (reserved.isEmpty()) {
            return true;
        }
        List<Document> documents = reserved.entrySet().stream()
                .map(each -> document(each.getKey(), each.getValue()))
                .toList();
        try {
            locators().insertMany(documents, new InsertManyOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException e) {
            if (DuplicateKeys.areAllThatFailed(e)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void note(String identity, UUID item) {
        if (known(Set.of(identity)).isEmpty()) {
            locators().insertOne(document(identity, item));
        }
    }

    private Document document(String identity, UUID item) {
        return new Document("_id", index.of(identity)).append("item", item.toString());
    }

    private MongoCollection<Document> locators() {
        return mongo.getCollection("locators");
    }

    private static UUID item(Document locator) {
        return UUID.fromString(locator.getString("item"));
    }
}
