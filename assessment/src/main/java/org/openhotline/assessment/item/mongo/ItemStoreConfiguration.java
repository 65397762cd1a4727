// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item.mongo;

import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.chassis.outbox.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ItemStoreConfiguration {
    @Bean
    AssessedItems assessedItems(AggregateStores stores) {
        return new MongoItems(stores);
    }
}
