// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.openhotline.contracts.event.Event;

/**
 * By what an entry is looked for, beyond what its leaf says.
 *
 * @param subjects ids of the items and other things that the event is about
 * @param actor the pseudonym of the person who did it, where one did
 * @param service the emitting one; empty where the body is erased
 */
public record About(Set<UUID> subjects, Optional<String> actor, Optional<String> service) {
    private static final Map<Class<?>, Optional<RecordComponent>> ACTORS = new ConcurrentHashMap<>();

    public About {
        subjects = Set.copyOf(subjects);
    }

    /** @param event empty where the body is erased, or of a type that this version does not know */
    public static About of(Leaf leaf, Optional<String> service, Optional<Event> event) {
        Set<UUID> subjects = new LinkedHashSet<>();
        subjects.add(leaf.aggregateId());
        event.map(Subjects::of).ifPresent(subjects::addAll);
        return new About(subjects, event.flatMap(About::actor), service);
    }

    /** Whoever did something is called {@code actor} in every event; in some it need not be known. */
    private static Optional<String> actor(Event event) {
        return ACTORS.computeIfAbsent(
                        event.getClass(),
                        type -> Arrays.stream(type.getRecordComponents())
                                .filter(component -> component.getName().equals("actor"))
                                .findFirst())
                .flatMap(component -> text(component, event));
    }

    private static Optional<String> text(RecordComponent component, Event event) {
        try {
            Object value = component.getAccessor().invoke(event);
            return (value instanceof Optional<?> optional ? optional : Optional.of(value))
                    .filter(String.class::isInstance)
                    .map(String.class::cast);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the components of events are public", e);
        }
    }
}
