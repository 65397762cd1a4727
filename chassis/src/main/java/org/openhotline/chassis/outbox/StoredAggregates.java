// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;

/** What every repository of aggregates does alike; a subclass adds its own queries. */
public abstract class StoredAggregates<S> implements Aggregates<S> {
    /** For the queries. */
    protected final MongoAggregates<S> stored;

    protected StoredAggregates(MongoAggregates<S> stored) {
        this.stored = stored;
    }

    @Override
    public final Optional<S> find(UUID id) {
        return stored.find(id);
    }

    @Override
    public final S change(UUID id, Function<Optional<S>, Decision<S>> command) {
        return stored.change(id, command);
    }

    @Override
    public final S begin(UUID id, Function<Optional<S>, Decision<S>> command) {
        return stored.begin(id, command);
    }

    @Override
    public final void beginAll(Map<UUID, Function<Optional<S>, Decision<S>>> commands) {
        stored.beginAll(commands);
    }

    @Override
    public final void changeAll(Map<UUID, Function<Optional<S>, Decision<S>>> commands) {
        stored.changeAll(commands);
    }

    @Override
    public final Applied apply(UUID id, Received<? extends Event> event, Function<Optional<S>, Decision<S>> effect) {
        return stored.apply(id, event, effect);
    }
}
