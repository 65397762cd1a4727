// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.access;

import java.time.InstantSource;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.ChassisOutboxConfiguration;
import org.openhotline.chassis.sealing.ChassisSealingConfiguration;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.sealing.Opening;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Only where the service is given the case keyset. */
@AutoConfiguration(after = {ChassisSealingConfiguration.class, ChassisOutboxConfiguration.class})
public class ChassisAccessConfiguration {
    @Bean
    @ConditionalOnProperty("openhotline.keys.case")
    AddressReveal addressReveal(
            AggregateStores stores,
            Opening opening,
            Ids ids,
            InstantSource clock,
            @Value("${spring.application.name}") String service) {
        return new AddressReveal(
                stores.of(AggregateType.ACCESS, AddressReveal.Access.class, AddressReveal::restored),
                opening,
                ids,
                clock,
                service);
    }
}
