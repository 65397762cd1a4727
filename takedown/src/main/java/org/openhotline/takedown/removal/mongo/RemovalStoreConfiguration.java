// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal.mongo;

import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.contracts.country.CountryProfile;
import org.openhotline.takedown.removal.Removals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RemovalStoreConfiguration {
    @Bean
    Removals removals(AggregateStores stores, CountryProfile country) {
        return new MongoRemovals(stores, country.police());
    }
}
