// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral.mongo;

import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.takedown.referral.Referrals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReferralStoreConfiguration {
    @Bean
    Referrals referrals(AggregateStores stores) {
        return new MongoReferrals(stores);
    }
}
