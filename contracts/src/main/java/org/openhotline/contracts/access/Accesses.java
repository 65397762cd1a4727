// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.AccessEvent;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.id.Ids;

/** Stores that somebody is about to look, or was refused. Where it cannot, it throws, and nothing may be shown. */
public final class Accesses {
    /** One access; nothing about it changes afterwards. */
    public record Access(String service) {
        /** As it was told. */
        public static Optional<Access> restored(Optional<Access> present, Event event) {
            return Optional.of(new Access(((AccessEvent) event).service()));
        }
    }

    /** Writes down what happened. @param service this one */
    @FunctionalInterface
    public interface Fact {
        AccessEvent at(UUID accessId, String service, Instant now);
    }

    private final Aggregates<Access> stored;
    private final Ids ids;
    private final InstantSource clock;
    private final String service;

    public Accesses(Aggregates<Access> stored, Ids ids, InstantSource clock, String service) {
        this.stored = stored;
        this.ids = ids;
        this.clock = clock;
        this.service = service;
    }

    public void store(Fact fact) {
        UUID id = ids.next();
        AccessEvent event = fact.at(id, service, clock.instant());
        stored.begin(id, ignored -> Decision.of(new Access(service), event));
    }
}
