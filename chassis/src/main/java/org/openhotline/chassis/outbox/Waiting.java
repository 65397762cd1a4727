// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.outbox.ShardLeases.Held;

/**
 * One aggregate with events to publish, as it was read.
 *
 * @param collection where the aggregate is kept
 * @param version of the document; as long as it stands, nothing was added to the outbox
 * @param epoch under which this instance holds the aggregate's shard
 */
record Waiting(String collection, String id, long version, long epoch, List<Envelope> outbox) {
    static Waiting of(String collection, Document aggregate, Held held) {
        return new Waiting(
                collection,
                aggregate.getString("_id"),
                aggregate.get("version", Number.class).longValue(),
                held.epochs().getOrDefault(aggregate.getInteger("relayShard"), 0L),
                OutboxDocuments.outboxOf(aggregate));
    }

    /** Empties the outbox of a document that is as it was read. */
    UpdateOneModel<Document> cleared() {
        return new UpdateOneModel<>(
                and(eq("_id", id), eq("version", version), notFencedOff()),
                Updates.combine(
                        Updates.set("outbox", List.of()),
                        Updates.set("relayEpoch", epoch),
                        Updates.unset("relayShard")));
    }

    /** Takes out just what was published, whatever else has come in since. */
    Stream<UpdateOneModel<Document>> pulled() {
        List<String> ids = outbox.stream().map(e -> e.id().toString()).toList();
        Bson mine = Updates.pullByFilter(new Document("outbox", new Document(Map.of("_id", new Document("$in", ids)))));
        return Stream.of(
                new UpdateOneModel<>(
                        and(eq("_id", id), notFencedOff()), Updates.combine(mine, Updates.set("relayEpoch", epoch))),
                new UpdateOneModel<>(and(eq("_id", id), size("outbox", 0)), Updates.unset("relayShard")));
    }

    /** Who slept through its lease must not undo the next one's work. */
    private Bson notFencedOff() {
        return or(exists("relayEpoch", false), lte("relayEpoch", epoch));
    }
}
