// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.cloudevents;

import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.openhotline.contracts.event.AggregateType;

/** How an envelope lies in the store, wherever one is kept: in an outbox, among the published, among the parked. */
public final class EnvelopeDocuments {
    private EnvelopeDocuments() {}

    /** @return a new document, to which the keeper may add fields of its own */
    public static Document write(Envelope envelope) {
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

    public static Envelope read(Document document) {
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
}
