// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries somebody looks for: those that fit everything that is given.
 *
 * @param subject an item, submission, notice, referral or other aggregate
 * @param type wire name of an event
 * @param actor the pseudonym of the person who did it
 * @param service the emitting service
 * @param from earliest time of the event
 * @param until before this time
 */
public record EntryFilter(
        Optional<UUID> subject,
        Optional<String> type,
        Optional<String> actor,
        Optional<String> service,
        Optional<Instant> from,
        Optional<Instant> until) {
    public static final EntryFilter ALL = new EntryFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public EntryFilter ofSubject(UUID id) {
        return new EntryFilter(Optional.of(id), type, actor, service, from, until);
    }

    public EntryFilter ofType(String wireName) {
        return new EntryFilter(subject, Optional.of(wireName), actor, service, from, until);
    }

    public EntryFilter ofActor(String person) {
        return new EntryFilter(subject, type, Optional.of(person), service, from, until);
    }

    public EntryFilter ofService(String name) {
        return new EntryFilter(subject, type, actor, Optional.of(name), from, until);
    }

    /** Events at {@code start} or later, before {@code end}. */
    public EntryFilter between(Instant start, Instant end) {
        return new EntryFilter(subject, type, actor, service, Optional.of(start), Optional.of(end));
    }
}
