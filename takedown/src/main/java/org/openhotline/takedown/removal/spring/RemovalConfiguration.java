// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal.spring;

import java.time.Duration;
import java.time.InstantSource;
import org.openhotline.chassis.access.AddressReveal;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.takedown.removal.AddressTold;
import org.openhotline.takedown.removal.CheckHostsWord;
import org.openhotline.takedown.removal.CheckRemoved;
import org.openhotline.takedown.removal.ConfirmRemoved;
import org.openhotline.takedown.removal.EnterContact;
import org.openhotline.takedown.removal.FollowNotice;
import org.openhotline.takedown.removal.OpenRemoval;
import org.openhotline.takedown.removal.Removals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RemovalConfiguration {
    @Bean
    OpenRemoval openRemoval(Removals removals, CountryProfile country, Ids ids, InstantSource clock) {
        return new OpenRemoval(removals, country, ids, clock);
    }

    @Bean
    FollowNotice followNotice(Removals removals, InstantSource clock) {
        return new FollowNotice(removals, clock);
    }

    @Bean
    ConfirmRemoved confirmRemoved(Removals removals, InstantSource clock) {
        return new ConfirmRemoved(removals, clock);
    }

    @Bean
    CheckRemoved checkRemoved(Removals removals, Ids ids, InstantSource clock) {
        return new CheckRemoved(removals, ids, clock);
    }

    @Bean
    CheckClock checkClock(
            Removals removals, InstantSource clock, @Value("${openhotline.takedown.check-after}") Duration patience) {
        return new CheckClock(new CheckHostsWord(removals, patience, clock));
    }

    @Bean
    AddressTold addressTold(AddressReveal reveal) {
        return reveal::record;
    }

    @Bean
    EnterContact enterContact(Removals removals, AddressTold told, Sealing sealing, Ids ids, InstantSource clock) {
        return new EnterContact(removals, told, sealing, ids, clock);
    }
}
