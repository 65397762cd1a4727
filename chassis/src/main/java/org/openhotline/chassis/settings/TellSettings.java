// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.settings;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.ConfigurationEvent;
import org.openhotline.contracts.event.ConfigurationEvent.ConfigurationChanged;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.id.Ids;

/** Compares what the service is set to now with what was told last, and tells the difference, once. */
final class TellSettings {
    /** What was told last. The id is new with each database: one that begins anew tells anew, from number one. */
    record Told(UUID id, String what, String version) {
        /** As it was told. */
        static Optional<Told> restored(Optional<Told> present, Event event) {
            return switch ((ConfigurationEvent) event) {
                case ConfigurationChanged e -> Optional.of(new Told(e.configurationId(), e.what(), e.after()));
            };
        }
    }

    private final Aggregates<Told> told;
    private final Function<String, Optional<Told>> lastTold;
    private final Ids ids;
    private final InstantSource clock;
    private final String service;

    /** @param lastTold finds it by what it is about */
    TellSettings(
            Aggregates<Told> told,
            Function<String, Optional<Told>> lastTold,
            Ids ids,
            InstantSource clock,
            String service) {
        this.told = told;
        this.lastTold = lastTold;
        this.ids = ids;
        this.clock = clock;
        this.service = service;
    }

    void tell(Setting setting) {
        UUID id = lastTold.apply(setting.what()).map(Told::id).orElseGet(ids::next);
        told.change(id, last -> decide(new Told(id, setting.what(), setting.version()), last));
    }

    private Decision<Told> decide(Told now, Optional<Told> last) {
        return last.filter(now::equals).isPresent()
                ? Decision.of(now)
                : Decision.of(
                        now,
                        new ConfigurationChanged(
                                now.id(),
                                service,
                                now.what(),
                                last.map(Told::version),
                                now.version(),
                                clock.instant()));
    }
}
