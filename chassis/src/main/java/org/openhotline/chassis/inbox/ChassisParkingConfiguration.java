// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Events that wait, and what an operator sees of them. */
@AutoConfiguration
public class ChassisParkingConfiguration {
    @Bean
    ParkedEvents parkedEvents(MongoTemplate mongo, InstantSource clock) {
        return new ParkedEvents(mongo, clock);
    }

    @Bean
    ParkedEndpoint parkedEndpoint(ParkedEvents parked, Replay replay) {
        return new ParkedEndpoint(parked, replay);
    }

    @Bean
    MeterBinder inboxMetrics(ParkedEvents parked) {
        return registry -> Gauge.builder("openhotline.inbox.parked", parked, ParkedEvents::count)
                .description("Events that wait for an earlier one or for a person")
                .register(registry);
    }
}
