// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.openhotline.reportintake.retention.LegalHold;
import org.openhotline.reportintake.retention.LegalHolds;

/** Legal holds in the collection {@code legal_holds}; there are few. */
final class MongoLegalHolds implements LegalHolds {
    private static final String HELD = "state.held";

    private final MongoAggregates<LegalHold> aggregates;

    MongoLegalHolds(AggregateStores stores) {
        this.aggregates = stores.of(AggregateType.LEGAL_HOLD, LegalHold.class, StateIndex.on(HELD));
    }

    @Override
    public Set<UUID> held() {
        return aggregates.find(query(where(HELD).is(true))).stream()
                .map(LegalHold::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<LegalHold> find(UUID id) {
        return aggregates.find(id);
    }

    @Override
    public LegalHold change(UUID id, Function<Optional<LegalHold>, Decision<LegalHold>> command) {
        return aggregates.change(id, command);
    }

    @Override
    public Applied apply(
            UUID id, Received<? extends Event> event, Function<Optional<LegalHold>, Decision<LegalHold>> effect) {
        return aggregates.apply(id, event, effect);
    }
}
