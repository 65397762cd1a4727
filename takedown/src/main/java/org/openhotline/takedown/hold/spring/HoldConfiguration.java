// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.hold.spring;

import java.time.InstantSource;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.id.Ids;
import org.openhotline.takedown.hold.ExpireHolds;
import org.openhotline.takedown.hold.PlaceHold;
import org.openhotline.takedown.hold.ReleaseHold;
import org.openhotline.takedown.removal.Removals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HoldConfiguration {
    @Bean
    PlaceHold placeHold(Removals removals, CountryProfile country, InstantSource clock) {
        return new PlaceHold(removals, country, clock);
    }

    @Bean
    ReleaseHold releaseHold(Removals removals, Ids ids, InstantSource clock) {
        return new ReleaseHold(removals, ids, clock);
    }

    @Bean
    HoldClock holdClock(Removals removals, Ids ids, InstantSource clock) {
        return new HoldClock(new ExpireHolds(removals, ids, clock));
    }
}
