// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.aggregate;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.contracts.event.Event;

/**
 * The stored aggregates of one kind. Each call that changes something is one atomic document write that holds the new
 * state, the events still to be published and, for {@link #apply}, the sequence of the event applied.
 */
public interface Aggregates<S> {

    Optional<S> find(UUID id);

    /**
     * Lets {@code command} decide on the present state and stores the decision. The function may run again when
     * another writer was faster, so it must be pure. What it throws leaves everything as it was. Returning the present
     * state and no events writes nothing.
     */
    S change(UUID id, Function<Optional<S>, Decision<S>> command);

    /** As {@link #change}, where most likely there is none yet: a store may write first and look only if it must. */
    default S begin(UUID id, Function<Optional<S>, Decision<S>> command) {
        return change(id, command);
    }

    /**
     * As {@link #change} for each, with as few writes as the store allows; each aggregate's own change is atomic, all of
     * them together are not. A command may be asked again after its decision was stored, so it must be idempotent.
     * Where it throws, some of the changes may have been stored.
     */
    default void changeAll(Map<UUID, Function<Optional<S>, Decision<S>>> commands) {
        commands.forEach(this::change);
    }

    /** As {@link #changeAll}, where most likely there are none yet, as with {@link #begin}. */
    default void beginAll(Map<UUID, Function<Optional<S>, Decision<S>>> commands) {
        changeAll(commands);
    }

    /** As {@link #change}, and records in the same write that {@code event} has been applied to this aggregate. */
    Applied apply(UUID id, Received<? extends Event> event, Function<Optional<S>, Decision<S>> effect);
}
