// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.cloudevents.EventJson;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;

/** Events about numbered items. */
public final class EventFixture {
    public static final Instant AT = Instant.parse("2026-11-24T11:00:00.120Z");

    private EventFixture() {}

    public static UUID item(int number) {
        return new UUID(0x7000, number);
    }

    /** The event with this sequence of the removal of this item; its time is {@code number} seconds after {@link #AT}. */
    public static Arrival event(int number, long sequence) {
        return new Arrival(
                new UUID(0x7001 + sequence, number),
                "openhotline.removal.hold-released.v1",
                "takedown",
                AggregateType.REMOVAL,
                item(number),
                sequence,
                AT.plusSeconds(number),
                json(number));
    }

    public static String json(int number) {
        return "{\"itemId\":\"" + item(number) + "\",\"actor\":\"person-" + number % 3 + "\",\"at\":\""
                + AT.plusSeconds(number) + "\"}";
    }

    /** An event of any kind, as its service would send it. */
    public static Arrival arrival(String service, UUID aggregateId, long sequence, Event event) {
        Envelope sent = Envelope.of(UUID.randomUUID(), service, aggregateId, sequence, Optional.empty(), event);
        return new Arrival(
                sent.id(),
                sent.type(),
                sent.service(),
                sent.aggregate(),
                sent.aggregateId(),
                sent.sequence(),
                sent.time(),
                sent.json());
    }

    /** Reads the bodies of events. */
    public static Optional<Event> read(String type, String json) {
        try {
            return Optional.of(EventJson.read(type, json));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
