// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.mongo;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.log.Parking;
import org.openhotline.audit.log.cloudevents.Arrivals;
import org.openhotline.chassis.inbox.ParkedEvents;
import org.openhotline.chassis.inbox.ParkedEvents.Reason;
import org.springframework.stereotype.Component;

/** Where every service parks. */
@Component
final class MongoParking implements Parking {
    private final ParkedEvents parked;

    MongoParking(ParkedEvents parked) {
        this.parked = parked;
    }

    @Override
    public Set<String> sources() {
        return parked.sources();
    }

    @Override
    public Optional<Arrival> first(String source, long sequence) {
        return parked.first(source, sequence).map(found -> Arrivals.of(found.envelope()));
    }

    @Override
    public void park(Arrival event) {
        parked.park(Arrivals.envelope(event), Reason.GAP, "");
    }

    @Override
    public void remove(UUID eventId) {
        parked.remove(eventId);
    }
}
