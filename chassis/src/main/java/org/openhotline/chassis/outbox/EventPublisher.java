// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import org.openhotline.chassis.cloudevents.Envelope;

/** Hands one event to the broker. */
@FunctionalInterface
interface EventPublisher {
    /** Returns once the broker has acknowledged it; throws where it did not or nobody knows. */
    void publish(Envelope envelope);
}
