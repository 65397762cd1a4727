// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.time.Instant;
import java.util.UUID;
import org.openhotline.contracts.event.AggregateType;

/**
 * One event as it came.
 *
 * @param type wire name; one that this version does not know is recorded all the same
 * @param service the emitting one
 * @param sequence position among the events of its aggregate, from 1
 * @param json its body as it arrived
 */
public record Arrival(
        UUID eventId,
        String type,
        String service,
        AggregateType aggregate,
        UUID aggregateId,
        long sequence,
        Instant time,
        String json) {

    /** Names the emitting aggregate; its events are numbered together. */
    public String source() {
        return aggregate.wireName() + ":" + aggregateId;
    }
}
