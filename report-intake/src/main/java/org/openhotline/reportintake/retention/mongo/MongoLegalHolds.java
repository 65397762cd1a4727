// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.chassis.outbox.StoredAggregates;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.reportintake.retention.LegalHold;
import org.openhotline.reportintake.retention.LegalHolds;

/** Legal holds in the collection {@code legal_holds}; there are few. */
final class MongoLegalHolds extends StoredAggregates<LegalHold> implements LegalHolds {
    private static final String HELD = "state.held";

    MongoLegalHolds(AggregateStores stores) {
        super(stores.of(AggregateType.LEGAL_HOLD, LegalHold.class, LegalHold::restored, StateIndex.on(HELD)));
    }

    @Override
    public Set<UUID> held() {
        return stored.find(query(where(HELD).is(true))).stream()
                .map(LegalHold::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
