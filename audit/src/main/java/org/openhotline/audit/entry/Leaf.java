// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.WireNames;

/**
 * What the tree holds of one event, for ever: which event, of what, when, and a commitment to its body. Ids and codes
 * only.
 *
 * @param type wire name of the event
 * @param sequence position among the events of its aggregate, from 1
 * @param commitment base64 of 32 bytes
 */
public record Leaf(
        UUID eventId,
        String type,
        AggregateType aggregate,
        UUID aggregateId,
        long sequence,
        Instant time,
        String commitment) {
    private static final long VERSION = 1;

    static Leaf of(Received<? extends Event> received, String commitment) {
        return new Leaf(
                received.id(),
                WireNames.of(received.event().getClass()),
                received.aggregate(),
                received.aggregateId(),
                received.sequence(),
                received.time(),
                commitment);
    }

    /** The bytes that are hashed into the tree. */
    public byte[] bytes() {
        return CanonicalJson.write(Map.of(
                "v",
                VERSION,
                "eventId",
                eventId.toString(),
                "type",
                type,
                "aggregate",
                aggregate.wireName(),
                "aggregateId",
                aggregateId.toString(),
                "sequence",
                sequence,
                "time",
                time.toString(),
                "commitment",
                commitment));
    }
}
