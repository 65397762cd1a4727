// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.message.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.openhotline.reportintake.message.Correspondence;
import org.openhotline.reportintake.message.Correspondences;
import org.springframework.data.domain.Sort;

/** Messages in the collection {@code correspondences}. */
final class MongoCorrespondences implements Correspondences {
    private static final String LATEST = "state.latest";

    private final MongoAggregates<Correspondence> aggregates;

    MongoCorrespondences(AggregateStores stores) {
        this.aggregates = stores.of(AggregateType.CORRESPONDENCE, Correspondence.class, StateIndex.on(LATEST));
    }

    @Override
    public List<Correspondence> lastWrittenBefore(Instant cutoff, int limit, Set<UUID> except) {
        return aggregates.find(query(where(LATEST)
                        .lt(cutoff)
                        .and("_id")
                        .nin(except.stream().map(UUID::toString).toList()))
                .with(Sort.by(LATEST))
                .limit(limit));
    }

    @Override
    public Optional<Correspondence> find(UUID id) {
        return aggregates.find(id);
    }

    @Override
    public Correspondence change(UUID id, Function<Optional<Correspondence>, Decision<Correspondence>> command) {
        return aggregates.change(id, command);
    }

    @Override
    public Applied apply(
            UUID id,
            Received<? extends Event> event,
            Function<Optional<Correspondence>, Decision<Correspondence>> effect) {
        return aggregates.apply(id, event, effect);
    }
}
