// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.partner.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.partner.PartnerReference;
import org.openhotline.reportintake.partner.PartnerReports;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * One document per reference in the collection {@code partnerReferences}: {@code {_id: <blind index of account and
 * reference>, submissions: [<id>]}}. Values of older index keys are found too.
 */
final class MongoPartnerReports implements PartnerReports {
    private final MongoTemplate mongo;
    private final BlindIndex index;

    MongoPartnerReports(MongoTemplate mongo, BlindIndex index) {
        this.mongo = mongo;
        this.index = index;
    }

    @Override
    public void note(String account, PartnerReference reference, UUID submissionId) {
        references()
                .updateOne(
                        eq("_id", index.of(labelled(account, reference))),
                        Updates.addToSet("submissions", submissionId.toString()),
                        new UpdateOptions().upsert(true));
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
