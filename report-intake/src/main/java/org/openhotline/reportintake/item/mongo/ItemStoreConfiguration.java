// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item.mongo;

import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.reportintake.item.ReportedItem;
import org.openhotline.reportintake.item.RestoreReportedItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reported items in the collection {@code items}. */
@Configuration(proxyBeanMethods = false)
class ItemStoreConfiguration {
    @Bean
    MongoAggregates<ReportedItem> reportedItems(AggregateStores stores, RestoreReportedItem.Known known) {
        return stores.of(AggregateType.REPORTED_ITEM, ReportedItem.class, new RestoreReportedItem(known));
    }
}
