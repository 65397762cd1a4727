// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openhotline.contracts.event.Actors;
import org.openhotline.contracts.event.Event;

/**
 * By what an entry is looked for, beyond what its leaf says.
 *
 * @param subjects ids of the items and other things that the event is about
 * @param actor the pseudonym of the person who did it, where one did
 * @param service the emitting one; empty where the body is erased
 */
public record About(Set<UUID> subjects, Optional<String> actor, Optional<String> service) {

    public About {
        subjects = Set.copyOf(subjects);
    }

    /** @param event empty where the body is erased, or of a type that this version does not know */
    public static About of(Leaf leaf, Optional<String> service, Optional<Event> event) {
        Set<UUID> subjects = new LinkedHashSet<>();
        subjects.add(leaf.aggregateId());
        event.map(Subjects::of).ifPresent(subjects::addAll);
        return new About(subjects, event.flatMap(Actors::of), service);
    }
}
