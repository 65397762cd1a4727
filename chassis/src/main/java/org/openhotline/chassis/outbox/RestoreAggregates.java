// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.contracts.aggregate.Restoring;
import org.openhotline.contracts.event.Event;

/** Takes a service's own old events over into its aggregates; the newest are kept, should the broker be lost, too. */
public final class RestoreAggregates {
    private final AggregateStores stores;
    private final PublishedEvents published;
    private final OutboxRelay relay;
    private final Instant keptSince;

    RestoreAggregates(AggregateStores stores, PublishedEvents published, OutboxRelay relay, Instant keptSince) {
        this.stores = stores;
        this.published = published;
        this.relay = relay;
        this.keptSince = keptSince;
    }

    /**
     * Takes over one event.
     *
     * @param event empty where it is erased
     * @return false where it was known, or this service has no such aggregates any more
     * @throws Restoring.NotOpened where it must come again later
     */
    public boolean restore(Envelope old, Optional<Event> event) {
        if (!stores.restore(old, event)) {
            return false;
        }
        if (!old.isErased() && old.time().isAfter(keptSince)) {
            published.keep(List.of(old));
        }
        return true;
    }

    /** Aggregates with events that nobody has heard. */
    public long untold() {
        return relay.pending();
    }
}
