// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.cloudevents.EnvelopeDocuments;

/** What of an aggregate's document is its outbox, and which instance's shard it lies in. */
final class OutboxDocuments {
    /** Enough shards for a few instances; each scan asks for all of an instance's shards at once. */
    static final int SHARDS = 8;

    private OutboxDocuments() {}

    static int shardOf(UUID aggregateId) {
        return Math.floorMod(aggregateId.hashCode(), SHARDS);
    }

    static List<Envelope> outboxOf(Document aggregate) {
        return aggregate.getList("outbox", Document.class, List.of()).stream()
                .map(EnvelopeDocuments::read)
                .toList();
    }
}
