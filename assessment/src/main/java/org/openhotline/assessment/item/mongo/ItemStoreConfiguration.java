// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item.mongo;

import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.assessment.item.Relatives;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.contracts.sealing.Opening;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class ItemStoreConfiguration {
    @Bean
    AssessedItems assessedItems(AggregateStores stores) {
        return new MongoItems(stores);
    }

    @Bean
    Relatives relatives(MongoTemplate mongo, BlindIndex index, Opening opening) {
        return new MongoRelatives(mongo, index, opening);
    }
}
