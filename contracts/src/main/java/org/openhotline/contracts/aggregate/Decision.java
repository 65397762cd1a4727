// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.aggregate;

import java.util.List;
import org.openhotline.contracts.event.Event;

/** What a command leads to: the state from now on, and the facts to tell the others, in order. */
public record Decision<S>(S state, List<Event> events) {
    public Decision {
        events = List.copyOf(events);
    }

    public static <S> Decision<S> of(S state, Event... events) {
        return new Decision<>(state, List.of(events));
    }
}
