// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import java.util.UUID;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.cloudevents.TraceContext;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.id.Ids;

/** Puts this service's name, a new id and the present trace around a decided event. */
final class EnvelopeFactory {
    private final String service;
    private final Ids ids;
    private final TraceContext trace;

    EnvelopeFactory(String service, Ids ids, TraceContext trace) {
        this.service = service;
        this.ids = ids;
        this.trace = trace;
    }

    Envelope envelope(UUID aggregateId, long sequence, Event event) {
        return Envelope.of(ids.next(), service, aggregateId, sequence, trace.current(), event);
    }
}
