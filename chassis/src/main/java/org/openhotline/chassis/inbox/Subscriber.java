// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.inbox;

import java.util.Set;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.Topic;

/** A part of a service that reacts to events; the same event may come again and must then change nothing. */
public interface Subscriber {
    Set<Topic> topics();

    void on(Received<? extends Event> received);

    /** As {@link #on(Received)}, for a subscriber that keeps the event's JSON as it came. */
    default void on(Received<? extends Event> received, String json) {
        on(received);
    }

    /** An event of {@code source} is missing: {@code found} came where {@code expected} should have. */
    default void missing(String source, long expected, long found) {}
}
