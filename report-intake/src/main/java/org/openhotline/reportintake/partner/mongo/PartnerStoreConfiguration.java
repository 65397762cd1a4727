// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.partner.mongo;

import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.item.ReportedItem;
import org.openhotline.reportintake.partner.FollowReports;
import org.openhotline.reportintake.partner.PartnerReports;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Partners' references and who may follow them. */
@Configuration(proxyBeanMethods = false)
class PartnerStoreConfiguration {
    @Bean
    PartnerReports partnerReports(MongoTemplate mongo, BlindIndex index) {
        return new MongoPartnerReports(mongo, index);
    }

    @Bean
    FollowReports followReports(PartnerReports reports, Submissions submissions, Aggregates<ReportedItem> items) {
        return new FollowReports(reports, submissions, items);
    }
}
