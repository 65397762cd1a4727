// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention.mongo;

import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.reportintake.retention.LegalHolds;
import org.openhotline.reportintake.retention.Purge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores behind retention. */
@Configuration(proxyBeanMethods = false)
class RetentionStoreConfiguration {
    @Bean
    LegalHolds legalHolds(AggregateStores stores) {
        return new MongoLegalHolds(stores);
    }

    @Bean
    MongoAggregates<Purge> purges(AggregateStores stores) {
        return stores.of(AggregateType.PURGE, Purge.class, Purge::restored);
    }
}
