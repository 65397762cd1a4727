// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.aggregate;

import java.util.Optional;
import org.openhotline.contracts.event.Event;

/**
 * How an aggregate whose store was lost is made again from its own old events, in their order. What an event says stands
 * in the state afterwards, whatever stood there before: the causes of the event are replayed, too, and may have been
 * answered already.
 */
@FunctionalInterface
public interface Restoring<S> {

    /**
     * The state after {@code event}.
     *
     * @return empty where events do not carry enough to make one; then only the place in the sequence is restored
     * @throws NotOpened where another service's event opens it and has not come yet
     */
    Optional<S> after(Optional<S> present, Event event);

    /** For what events do not carry at all: it comes back from a backup or not. */
    static <S> Restoring<S> onlyFromBackup() {
        return (present, event) -> present;
    }

    /** The present state of an aggregate that another service's event opens. @throws NotOpened where there is none */
    static <S> S opened(Optional<S> present) {
        return present.orElseThrow(NotOpened::new);
    }

    /** What opens the aggregate has not come yet. */
    final class NotOpened extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotOpened() {
            super("what opens it has not come yet");
        }
    }
}
