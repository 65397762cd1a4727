// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure.mongo;

import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.reportintake.disclosure.Disclosures;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of requests. */
@Configuration(proxyBeanMethods = false)
class DisclosureStoreConfiguration {
    @Bean
    Disclosures disclosures(AggregateStores stores) {
        return new MongoDisclosures(stores);
    }
}
