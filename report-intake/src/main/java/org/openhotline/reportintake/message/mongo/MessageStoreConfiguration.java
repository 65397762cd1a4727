// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.message.mongo;

import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.reportintake.message.Correspondences;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of messages. */
@Configuration(proxyBeanMethods = false)
class MessageStoreConfiguration {
    @Bean
    Correspondences correspondences(AggregateStores stores) {
        return new MongoCorrespondences(stores);
    }
}
