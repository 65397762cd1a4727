// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.access;

import java.time.InstantSource;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.ChassisOutboxConfiguration;
import org.openhotline.chassis.sealing.ChassisSealingConfiguration;
import org.openhotline.contracts.access.Accesses;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.id.Ids;
import org.openhotline.contracts.sealing.Opening;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;

/** What each service tells of accesses; addresses only where it is given the case keyset. */
@AutoConfiguration(after = {ChassisSealingConfiguration.class, ChassisOutboxConfiguration.class})
public class ChassisAccessConfiguration {
    @Bean
    Accesses accesses(
            AggregateStores stores, Ids ids, InstantSource clock, @Value("${spring.application.name}") String service) {
        return new Accesses(
                stores.of(AggregateType.ACCESS, Accesses.Access.class, Accesses.Access::restored), ids, clock, service);
    }

    @Bean
    @ConditionalOnProperty("openhotline.keys.case")
    AddressReveal addressReveal(Accesses accesses, Opening opening) {
        return new AddressReveal(accesses, opening);
    }

    @Bean
    ExportLog exportLog(Accesses accesses) {
        return new ExportLog(accesses);
    }

    @Bean(destroyMethod = "tellAll")
    DenialLog denialLog(Accesses accesses, InstantSource clock) {
        return new DenialLog(accesses, clock);
    }

    @Bean
    DenialClock denialClock(DenialLog denials) {
        return new DenialClock(denials);
    }

    static final class DenialClock {
        private final DenialLog denials;

        DenialClock(DenialLog denials) {
            this.denials = denials;
        }

        @Scheduled(fixedDelayString = "PT5S")
        void tick() {
            denials.tellRepeated();
        }
    }
}
