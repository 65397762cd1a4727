// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.mongo;

import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.reportintake.item.RestoreReportedItem;
import org.openhotline.reportintake.submission.KnownAddresses;
import org.openhotline.reportintake.submission.RestoreKnownAddresses;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The stores behind a submission. */
@Configuration(proxyBeanMethods = false)
class SubmissionStoreConfiguration {
    @Bean
    Submissions submissions(AggregateStores stores) {
        return new MongoSubmissions(stores);
    }

    @Bean
    RestoreReportedItem.Known restoreKnownAddresses(MongoTemplate mongo, BlindIndex index, Ids ids, Opening opening) {
        return new RestoreKnownAddresses(new MongoKnownAddresses(mongo, index, ids), opening);
    }

    @Bean
    KnownAddresses knownAddresses(MongoTemplate mongo, BlindIndex index, Ids ids) {
        return new MongoKnownAddresses(mongo, index, ids);
    }
}
