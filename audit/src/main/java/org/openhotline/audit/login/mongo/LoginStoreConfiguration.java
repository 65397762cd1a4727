// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.login.mongo;

import org.openhotline.audit.login.FollowLogins;
import org.openhotline.audit.login.Positions;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.contracts.event.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
class LoginStoreConfiguration {
    @Bean
    Positions identityPositions(MongoTemplate mongo) {
        return new MongoPositions(mongo);
    }

    @Bean
    FollowLogins followLogins(AggregateStores stores, Positions positions) {
        return new FollowLogins(
                stores.of(AggregateType.IDENTITY, FollowLogins.Heard.class, FollowLogins.Heard::restored), positions);
    }
}
