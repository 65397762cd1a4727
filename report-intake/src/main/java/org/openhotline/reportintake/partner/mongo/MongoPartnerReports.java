// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.partner.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openhotline.chassis.outbox.DuplicateKeys;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.partner.PartnerReference;
import org.openhotline.reportintake.partner.PartnerReports;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * One document per reference in the collection {@code partnerReferences}: {@code {_id: <blind index of account and
 * reference>, submissions: [<id>]}}, the latest
 * {@value #REMEMBERED} of them. Values of older index keys are found too.
 */
final class MongoPartnerReports implements PartnerReports {
    /** More than are ever shown ({@code FollowReports.MOST}), so that a document does not grow without end. */
    static final int REMEMBERED = 1000;

    private final MongoTemplate mongo;
    private final BlindIndex index;

    MongoPartnerReports(MongoTemplate mongo, BlindIndex index) {
        this.mongo = mongo;
        this.index = index;
    }

    @Override
    public void note(String account, PartnerReference reference, UUID submissionId) {
        String id = index.of(labelled(account, reference));
        if (!add(id, submissionId, true)) {
            add(id, submissionId, false); // the document is there now, from another call or with this submission in it
        }
    }

    /** Upserts at first; what collides is tried again alone, in its order. */
    @Override
    public void noteAll(String account, List<Noted> some) {
        if (some.isEmpty()) {
            return;
        }
        try {
            references()
                    .bulkWrite(
                            some.stream().map(each -> upsert(account, each)).toList(),
                            new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!DuplicateKeys.areAllThatFailed(e)) {
                throw e;
            }
            e.getWriteErrors().stream()
                    .map(error -> some.get(error.getIndex()))
                    .forEach(each -> note(account, each.reference(), each.submissionId()));
        }
    }

    private UpdateOneModel<Document> upsert(String account, Noted noted) {
        String submission = noted.submissionId().toString();
        return new UpdateOneModel<>(
                without(index.of(labelled(account, noted.reference())), submission),
                added(submission),
                new UpdateOptions().upsert(true));
    }

    private static Bson without(String id, String submission) {
        return and(eq("_id", id), ne("submissions", submission));
    }

    private static Bson added(String submission) {
        return Updates.pushEach("submissions", List.of(submission), new PushOptions().slice(-REMEMBERED));
    }

    /** Whether it could be tried: an upsert collides where the document is there and does not match. */
    private boolean add(String id, UUID submissionId, boolean upsert) {
        try {
            references()
                    .updateOne(
                            without(id, submissionId.toString()),
                            added(submissionId.toString()),
                            new UpdateOptions().upsert(upsert));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public List<UUID> under(String account, PartnerReference reference, int limit) {
        List<UUID> all = StreamSupport.stream(
                        references()
                                .find(in("_id", index.candidates(labelled(account, reference))))
                                .spliterator(),
                        false)
                .flatMap(document -> document.getList("submissions", String.class).stream())
                .map(UUID::fromString)
                .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    private static String labelled(String account, PartnerReference reference) {
        return "partner reference\n" + account + "\n" + reference.text();
    }

    private MongoCollection<Document> references() {
        return mongo.getCollection("partnerReferences");
    }
}
