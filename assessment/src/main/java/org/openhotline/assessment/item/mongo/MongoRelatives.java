// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.pushEach;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.openhotline.assessment.item.Related;
import org.openhotline.assessment.item.Relatives;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.report.DuplicateLevel;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.locating.url.Locator;
import org.openhotline.locating.url.Locators;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * One document for each folder of a site, or for each name where there are no folders, in the collection
 * {@code families}: {@code {_id: <blind index>, members: [{item: <id>, page: <blind index>}]}}, the last
 * {@value #REMEMBERED} of them. Pages and folders are known by their blind index only. The software opens the address
 * here, not a person, so no reveal is logged.
 */
final class MongoRelatives implements Relatives {
    static final int REMEMBERED = 40;
    static final int SHOWN = 20;
    private static final System.Logger LOG = System.getLogger(MongoRelatives.class.getName());

    private final MongoTemplate mongo;
    private final BlindIndex index;
    private final Opening opening;

    MongoRelatives(MongoTemplate mongo, BlindIndex index, Opening opening) {
        this.mongo = mongo;
        this.index = index;
        this.opening = opening;
    }

    @Override
    public List<Related> of(UUID itemId, LocatorKind kind, Sealed address) {
        Optional<Locator.Relatives> keys = keys(itemId, kind, address);
        return keys.flatMap(k ->
                        k.family().map(f -> "family\n" + f).or(() -> k.page().map(p -> "page\n" + p)))
                .map(family -> join(
                        itemId, family, keys.flatMap(Locator.Relatives::page).orElse("")))
                .orElse(List.of());
    }

    /** What cannot be opened or read has no relatives; its message could hold the address. */
    private Optional<Locator.Relatives> keys(UUID itemId, LocatorKind kind, Sealed address) {
        try {
            String text = opening.open(SealedField.address(itemId), address);
            return Optional.of(Locators.identify(Optional.of(kind), text).relatives());
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Item {0} is related to nothing: {1}",
                    itemId,
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    private List<Related> join(UUID itemId, String family, String page) {
        List<Related> earlier = earlier(itemId, index.candidates(family), index.candidates("page\n" + page));
        Document member = new Document("item", itemId.toString()).append("page", index.of("page\n" + page));
        families()
                .updateOne(
                        eq("_id", index.of(family)),
                        pushEach("members", List.of(member), new PushOptions().slice(-REMEMBERED)),
                        new UpdateOptions().upsert(true));
        return earlier;
    }

    /** An item that was told twice, since a first try broke off, stands there twice and counts once. */
    private List<Related> earlier(UUID itemId, List<String> families, List<String> pages) {
        Map<UUID, Related> found = new LinkedHashMap<>();
        for (Document family : families().find(in("_id", families))) {
            for (Document member : family.getList("members", Document.class).reversed()) {
                UUID other = UUID.fromString(member.getString("item"));
                DuplicateLevel level = pages.contains(member.getString("page")) ? DuplicateLevel.D2 : DuplicateLevel.D4;
                found.putIfAbsent(other, new Related(other, level));
            }
        }
        found.remove(itemId);
        return new ArrayList<>(found.values()).subList(0, Math.min(SHOWN, found.size()));
    }

    private MongoCollection<Document> families() {
        return mongo.getCollection("families");
    }
}
