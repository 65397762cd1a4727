// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.inbox;

import java.util.List;
import java.util.Optional;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;

/** Lets the subscribers hear old events, and moves the cursors as if they had been heard in their time. */
public final class ReplayInbox {
    private final List<Subscriber> subscribers;
    private final Cursors cursors;

    ReplayInbox(List<Subscriber> subscribers, Cursors cursors) {
        this.subscribers = List.copyOf(subscribers);
        this.cursors = cursors;
    }

    /**
     * Passes an event on, unless it was passed on before or concerns nobody here.
     *
     * @param received what it says; empty where that is erased: nobody hears it, but the next of its source follows it
     * @throws RuntimeException where a subscriber cannot apply it; it may then come again
     */
    public void hear(Envelope envelope, Optional<Received<Event>> received) {
        List<Subscriber> concerned = subscribers.stream()
                .filter(s -> s.topics().contains(envelope.aggregate().topic()))
                .toList();
        if (concerned.isEmpty()
                || envelope.sequence() <= cursors.of(envelope.source()).last()) {
            return;
        }
        received.map(Received::again).ifPresent(event -> concerned.forEach(s -> s.on(event, envelope.json())));
        cursors.advance(envelope.source(), envelope.sequence());
    }
}
