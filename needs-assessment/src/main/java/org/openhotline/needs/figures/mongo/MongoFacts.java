// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.needs.figures.Facts;
import org.openhotline.needs.figures.ItemFacts;
import org.openhotline.needs.figures.Period;
import org.openhotline.needs.figures.SubmissionFacts;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Facts in MongoDB. An item's document holds, beside its facts, the last sequence applied of each source
 * ({@code applied}) and a version; each event is one replacement of the document, guarded by that version.
 */
final class MongoFacts implements Facts {
    private static final String APPLIED = "applied";
    private static final String VERSION = "version";
    private static final String RECEIVED = "received";

    private final MongoCollection<Document> items;
    private final MongoCollection<Document> submissions;

    MongoFacts(MongoTemplate mongo) {
        items = mongo.getCollection("item-facts");
        submissions = mongo.getCollection("submission-facts");
        items.createIndex(Indexes.ascending(RECEIVED));
        submissions.createIndex(Indexes.ascending(RECEIVED));
    }

    @Override
    public Applied learn(UUID itemId, Received<? extends Event> received, UnaryOperator<ItemFacts> told) {
        while (true) {
            Optional<Document> before =
                    Optional.ofNullable(items.find(eq("_id", itemId.toString())).first());
            Document applied = before.map(d -> d.get(APPLIED, Document.class)).orElseGet(Document::new);
            if (last(applied, received.source()) >= received.sequence()) {
                return Applied.DUPLICATE;
            }
            ItemFacts facts = told.apply(before.map(ItemFactsDocument::read).orElse(ItemFacts.none(itemId)));
            Document after = ItemFactsDocument.write(facts)
                    .append(APPLIED, new Document(applied).append(received.source(), received.sequence()));
            if (before.isEmpty() ? inserted(after) : replaced(before.get(), after)) {
                return Applied.APPLIED;
            }
        }
    }

    @Override
    public void learn(SubmissionFacts submission) {
        String id = submission.submissionId().toString();
        submissions.replaceOne(
                eq("_id", id),
                new Document("_id", id).append(RECEIVED, Date.from(submission.received())),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public void forEachItem(Period received, Consumer<ItemFacts> reader) {
        try (MongoCursor<Document> cursor = items.find(within(received)).iterator()) {
            cursor.forEachRemaining(document -> reader.accept(ItemFactsDocument.read(document)));
        }
    }

    @Override
    public long submissions(Period received) {
        return submissions.countDocuments(within(received));
    }

    private boolean inserted(Document after) {
        try {
            items.insertOne(after.append(VERSION, 1L));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false; // another writer was faster
            }
            throw e;
        }
    }

    private boolean replaced(Document before, Document after) {
        long version = before.get(VERSION, Number.class).longValue();
        return items.replaceOne(
                                and(eq("_id", before.get("_id")), eq(VERSION, version)),
                                after.append(VERSION, version + 1))
                        .getMatchedCount()
                == 1;
    }

    private static long last(Document applied, String source) {
        return applied.get(source) instanceof Number sequence ? sequence.longValue() : 0;
    }

    private static Bson within(Period period) {
        return and(gte(RECEIVED, Date.from(period.start())), lt(RECEIVED, Date.from(period.end())));
    }
}
