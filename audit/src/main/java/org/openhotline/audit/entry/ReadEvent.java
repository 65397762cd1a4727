// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.util.Optional;
import org.openhotline.contracts.event.Event;

/** Reads an event's body. */
@FunctionalInterface
public interface ReadEvent {
    /** Empty where this version does not know the type, or the body is not one of it. */
    Optional<Event> read(String type, String json);

    /** As {@link #read}; empty too where the body of the entry is erased. */
    default Optional<Event> of(Entry entry) {
        return entry.body().flatMap(body -> read(entry.leaf().type(), body.json()));
    }
}
