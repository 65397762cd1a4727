// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.aggregate;

import java.time.Instant;
import java.util.UUID;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;

/**
 * One event as it arrives at a consumer.
 *
 * @param sequence position among the events of its aggregate, from 1 without holes
 * @param replayed whether it is an old event, told again to rebuild a lost store
 */
public record Received<E extends Event>(
        E event, UUID id, AggregateType aggregate, UUID aggregateId, long sequence, Instant time, boolean replayed) {

    /** An event that is told for the first time. */
    public Received(E event, UUID id, AggregateType aggregate, UUID aggregateId, long sequence, Instant time) {
        this(event, id, aggregate, aggregateId, sequence, time, false);
    }

    /** The same for a consumer that knows what kind of event it is. */
    public <F extends Event> Received<F> of(F same) {
        return new Received<>(same, id, aggregate, aggregateId, sequence, time, replayed);
    }

    /** The same, told again. */
    public Received<E> again() {
        return new Received<>(event, id, aggregate, aggregateId, sequence, time, true);
    }

    /** Names the emitting aggregate; the key under which a consumer remembers the last sequence it applied. */
    public String source() {
        return aggregate.wireName() + ":" + aggregateId;
    }
}
