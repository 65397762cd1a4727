// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.rebuild;

import org.openhotline.chassis.Service;
import org.openhotline.chassis.inbox.ChassisInboxConfiguration;
import org.openhotline.chassis.inbox.ReplayInbox;
import org.openhotline.chassis.outbox.ChassisOutboxConfiguration;
import org.openhotline.chassis.outbox.RestoreAggregates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** The replay's topic, and the rebuild where this run is one. */
@AutoConfiguration(after = {ChassisInboxConfiguration.class, ChassisOutboxConfiguration.class})
public class ChassisRebuildConfiguration {
    @Bean
    ReplayTopic replayTopic(KafkaProperties kafka, @Value("${openhotline.kafka.replicas:1}") int replicas) {
        return new ReplayTopic(kafka, replicas);
    }

    @Bean
    @Profile(Service.REBUILD)
    Rebuild rebuild(
            @Value("${spring.application.name}") String service,
            RestoreAggregates aggregates,
            ReplayInbox inbox,
            TimeOfTheEvent clock,
            ReplayTopic topic) {
        return new Rebuild(service, aggregates, inbox, clock, topic);
    }
}
