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
 */
public record Received<E extends Event>(
        E event, UUID id, AggregateType aggregate, UUID aggregateId, long sequence, Instant time) {

    /** Names the emitting aggregate; the key under which a consumer remembers the last sequence it applied. */
    public String source() {
        return aggregate.wireName() + ":" + aggregateId;
    }
}
