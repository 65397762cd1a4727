// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.status.spring;

import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.item.ReportedItem;
import org.openhotline.reportintake.status.ReadStatus;
import org.openhotline.reportintake.submission.Submissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the use case together. */
@Configuration(proxyBeanMethods = false)
class StatusConfiguration {
    @Bean
    ReadStatus readStatus(Submissions submissions, Aggregates<ReportedItem> items, BlindIndex index) {
        return new ReadStatus(submissions, items, index);
    }
}
