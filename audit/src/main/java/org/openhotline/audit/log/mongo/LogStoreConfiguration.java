// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.mongo;

import java.time.InstantSource;
import org.openhotline.audit.log.AppenderLease;
import org.openhotline.audit.log.LogState;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.contracts.aggregate.Restoring;
import org.openhotline.contracts.event.AggregateType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration
class LogStoreConfiguration {
    @Bean
    MongoAggregates<LogState> logStates(AggregateStores stores) {
        return stores.of(AggregateType.LOG, LogState.class, Restoring.onlyFromBackup());
    }

    @Bean(destroyMethod = "release")
    AppenderLease appenderLease(MongoTemplate mongo, InstantSource clock) {
        return new MongoAppenderLease(mongo, clock);
    }
}
