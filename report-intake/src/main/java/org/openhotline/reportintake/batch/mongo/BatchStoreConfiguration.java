// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.mongo;

import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.batch.Imports;
import org.openhotline.reportintake.batch.Results;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The stores behind imports. */
@Configuration(proxyBeanMethods = false)
class BatchStoreConfiguration {
    @Bean
    Imports imports(AggregateStores stores) {
        return new MongoImports(stores);
    }

    @Bean
    Results results(MongoTemplate mongo, Sealing sealing, Opening opening, JsonMapper json) {
        return new MongoResults(mongo, sealing, opening, json);
    }
}
