// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.mongo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.openhotline.reportintake.batch.Import;
import org.openhotline.reportintake.batch.Imports;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Query;

/** Imports in the collection {@code imports}. */
final class MongoImports implements Imports {
    private static final String STARTED_AT = "state.startedAt";

    private final MongoAggregates<Import> aggregates;

    MongoImports(AggregateStores stores) {
        this.aggregates = stores.of(AggregateType.IMPORT, Import.class, StateIndex.on(STARTED_AT));
    }

    @Override
    public Optional<Import> find(UUID id) {
        return aggregates.find(id);
    }

    @Override
    public Import change(UUID id, Function<Optional<Import>, Decision<Import>> command) {
        return aggregates.change(id, command);
    }

    @Override
    public Applied apply(
            UUID id, Received<? extends Event> event, Function<Optional<Import>, Decision<Import>> effect) {
        return aggregates.apply(id, event, effect);
    }

    @Override
    public List<Import> latest(int limit) {
        return aggregates.find(
                new Query().with(Sort.by(Sort.Direction.DESC, STARTED_AT)).limit(limit));
    }
}
