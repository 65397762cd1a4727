// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.mongo;

import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.takedown.notice.Notices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticeStoreConfiguration {
    @Bean
    Notices notices(AggregateStores stores) {
        return new MongoNotices(stores);
    }
}
