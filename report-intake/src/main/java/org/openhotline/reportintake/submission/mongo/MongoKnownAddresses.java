// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    @Override
    public UUID itemFor(String identity) {
        List<String> candidates = index.candidates(identity);
        String value = index.of(identity);
        return candidates.equals(List.of(value))
                ? knownOrReserved(value)
                : known(candidates).orElseGet(() -> knownOrReserved(value));
    }

    /** One look for all, one write for those that are new; where somebody was faster meanwhile, one by one. */
    @Override
    public Map<String, UUID> itemsFor(Set<String> identities) {
        Map<String, String> identityOf = new HashMap<>();
        identities.forEach(
                identity -> index.candidates(identity).forEach(candidate -> identityOf.put(candidate, identity)));
        Map<String, UUID> items = new HashMap<>();
        locators()
                .find(in("_id", identityOf.keySet()))
                .forEach(locator ->
                        items.put(Objects.requireNonNull(identityOf.get(locator.getString("_id"))), item(locator)));
        Map<String, UUID> reserved = new HashMap<>();
        identities.stream()
                .filter(identity -> !items.containsKey(identity))
                .forEach(identity -> reserved.put(identity, ids.next()));
        if (reserve(reserved)) {
            items.putAll(reserved);
        } else {
            reserved.keySet().forEach(identity -> items.put(identity, itemFor(identity)));
        }
        return items;
    }

    /** @return false where any was there already */
    private boolean reserve(Map<String, UUID> reserved) {
        if (reserved.isEmpty()) {
            return true;
        }
        List<Document> documents = reserved.entrySet().stream()
                .map(each -> new Document("_id", index.of(each.getKey()))
                        .append("item", each.getValue().toString()))
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
        if (known(index.candidates(identity)).isEmpty()) {
            locators().insertOne(new Document("_id", index.of(identity)).append("item", item.toString()));
        }
    }

    private Optional<UUID> known(List<String> candidates) {
        return Optional.ofNullable(locators().find(in("_id", candidates)).first())
                .map(MongoKnownAddresses::item);
    }

    private UUID knownOrReserved(String value) {
        try {
            return item(Objects.requireNonNull(locators()
                    .findOneAndUpdate(
                            eq("_id", value),
                            Updates.setOnInsert("item", ids.next().toString()),
                            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER))));
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return known(List.of(value)).orElseThrow(() -> e); // somebody was faster
        }
    }

    private MongoCollection<Document> locators() {
        return mongo.getCollection("locators");
    }

    private static UUID item(Document locator) {
        return UUID.fromString(locator.getString("item"));
    }
}
