// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;

/**
 * The promises of {@link Aggregates} in memory, for tests of plain business code; keeps every event it was given. A subclass
 * adds the queries of a repository.
 */
public class InMemoryAggregates<S> implements Aggregates<S> {
    private final Map<UUID, S> states = new HashMap<>();
    private final Map<String, Long> applied = new HashMap<>();
    private final List<Event> events = new ArrayList<>();

    @Override
    public synchronized Optional<S> find(UUID id) {
        return Optional.ofNullable(states.get(id));
    }

    @Override
    public synchronized S change(UUID id, Function<Optional<S>, Decision<S>> command) {
        Decision<S> decision = command.apply(find(id));
        states.put(id, decision.state());
        events.addAll(decision.events());
        return decision.state();
    }

    @Override
    public synchronized Applied apply(
            UUID id, Received<? extends Event> event, Function<Optional<S>, Decision<S>> effect) {
        String key = id + "<" + event.source();
        if (applied.getOrDefault(key, 0L) >= event.sequence()) {
            return Applied.DUPLICATE;
        }
        change(id, effect);
        applied.put(key, event.sequence());
        return Applied.APPLIED;
    }

    /** Everything that was decided so far, in order. */
    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /** All states, in no particular order. */
    public synchronized List<S> all() {
        return List.copyOf(states.values());
    }
}
