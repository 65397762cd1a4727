// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.openhotline.chassis.rebuild.TimeOfTheEvent;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.id.TimeOrderedIds;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** Time and ids. */
@AutoConfiguration
public class ChassisConfiguration {
    /** In UTC and whole milliseconds, which is what the store keeps. */
    @Bean
    @Profile("!" + Service.REBUILD)
    @ConditionalOnMissingBean(InstantSource.class)
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    @Profile(Service.REBUILD)
    TimeOfTheEvent timeOfTheEvent() {
        return new TimeOfTheEvent(Clock.tickMillis(ZoneOffset.UTC).instant());
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids(InstantSource clock) {
        return new TimeOrderedIds(clock, new SecureRandom());
    }
}
