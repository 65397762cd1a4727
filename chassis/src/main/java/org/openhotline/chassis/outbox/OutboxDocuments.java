// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.contracts.event.AggregateType;

/** How an envelope lies in an outbox and in {@code published}. */
final class OutboxDocuments {
    /** Enough shards for a few instances; each scan asks for all of an instance's shards at once. */
    static final int SHARDS = 8;

    private OutboxDocuments() {}

    static int shardOf(UUID aggregateId) {
        return Math.floorMod(aggregateId.hashCode(), SHARDS);
    }

    static Document write(Envelope envelope) {
        Document document = new Document("_id", envelope.id().toString())
                .append("type", envelope.type())
                .append("service", envelope.service())
                .append("aggregate", envelope.aggregate().name())
                .append("aggregateId", envelope.aggregateId().toString())
                .append("sequence", envelope.sequence())
                .append("time", Date.from(envelope.time()))
                .append("json", envelope.json());
        envelope.traceparent().ifPresent(parent -> document.append("traceparent", parent));
        return document;
    }

    static Envelope read(Document document) {
        return new Envelope(
                UUID.fromString(document.getString("_id")),
                document.getString("type"),
                document.getString("service"),
                AggregateType.valueOf(document.getString("aggregate")),
                UUID.fromString(document.getString("aggregateId")),
                document.get("sequence", Number.class).longValue(),
                document.getDate("time").toInstant(),
                Optional.ofNullable(document.getString("traceparent")),
                document.getString("json"));
    }

    static List<Envelope> outboxOf(Document aggregate) {
        return aggregate.getList("outbox", Document.class, List.of()).stream()
                .map(OutboxDocuments::read)
                .toList();
    }
}
