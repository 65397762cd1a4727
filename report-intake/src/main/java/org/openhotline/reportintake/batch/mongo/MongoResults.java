// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.batch.Results;
import org.openhotline.reportintake.batch.RowResult;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** One document per batch in the collection {@code importResults}: {@code {_id: <import>/<batch>, rows: <sealed>}}. */
final class MongoResults implements Results {
    private final MongoTemplate mongo;
    private final Sealing sealing;
    private final Opening opening;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    MongoResults(MongoTemplate mongo, Sealing sealing, Opening opening, JsonMapper json) {
        this.mongo = mongo;
        this.sealing = sealing;
        this.opening = opening;
        this.writer = json.writerFor(RowResult[].class);
        // what is derived is written too, and what a later version adds must not keep anybody from the rest
        this.reader = json.readerFor(RowResult[].class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public void keep(UUID importId, long batch, List<RowResult> rows) {
        Document document = new Document("_id", id(importId, batch))
                .append(
                        "rows",
                        sealing.seal(field(importId, batch), writer.writeValueAsString(rows.toArray(RowResult[]::new)))
                                .text());
        results().replaceOne(eq("_id", id(importId, batch)), document, new ReplaceOptions().upsert(true));
    }

    @Override
    public List<RowResult> of(UUID importId, long batch) {
        return Optional.ofNullable(
                        results().find(eq("_id", id(importId, batch))).first())
                .map(document -> opening.open(field(importId, batch), new Sealed(document.getString("rows"))))
                .map(text -> List.of(reader.<RowResult[]>readValue(text)))
                .orElse(List.of());
    }

    private static String id(UUID importId, long batch) {
        return importId + "/" + batch;
    }

    private static SealedField field(UUID importId, long batch) {
        return new SealedField("import", importId, "results." + batch);
    }

    private MongoCollection<Document> results() {
        return mongo.getCollection("importResults");
    }
}
