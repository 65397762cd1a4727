// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.access.mongo;

import java.time.InstantSource;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.id.Ids;
import org.openhotline.reportintake.access.Access;
import org.openhotline.reportintake.access.AccessLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Accesses in the collection {@code accesses}. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    AccessLog accessLog(AggregateStores stores, Ids ids, InstantSource clock) {
        return new AccessLog(stores.of(AggregateType.ACCESS, Access.class, Access::restored), ids, clock);
    }
}
