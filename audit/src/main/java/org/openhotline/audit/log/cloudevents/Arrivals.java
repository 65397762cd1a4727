// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.cloudevents;

import java.util.Optional;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.chassis.cloudevents.Envelope;

/** An event's envelope, and the same without what no leaf needs. */
public final class Arrivals {
    private Arrivals() {}

    public static Arrival of(Envelope envelope) {
        return new Arrival(
                envelope.id(),
                envelope.type(),
                envelope.service(),
                envelope.aggregate(),
                envelope.aggregateId(),
                envelope.sequence(),
                envelope.time(),
                envelope.json());
    }

    /** Without a trace, which an arrival does not keep. */
    public static Envelope envelope(Arrival event) {
        return new Envelope(
                event.eventId(),
                event.type(),
                event.service(),
                event.aggregate(),
                event.aggregateId(),
                event.sequence(),
                event.time(),
                Optional.empty(),
                event.json());
    }
}
