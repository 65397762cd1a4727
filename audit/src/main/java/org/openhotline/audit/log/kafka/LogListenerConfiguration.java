// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import org.openhotline.audit.log.KeepTheLog;
import org.openhotline.chassis.broker.StreamPublisher;
import org.openhotline.chassis.inbox.DeadLetters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

@Configuration
class LogListenerConfiguration {
    private static final long OUTAGE_PAUSE_MILLIS = 1000;

    /** Started and stopped by {@link LogKeeper}. What goes wrong is an outage, so a poll is tried until it is in. */
    @Bean
    KafkaMessageListenerContainer<byte[], byte[]> events(
            ConsumerFactory<byte[], byte[]> consumers,
            KeepTheLog keep,
            StreamPublisher publisher,
            MeterRegistry meters,
            @Value("${spring.application.name}") String service,
            @Value("${openhotline.inbox.topics}") String[] topics) {
        ContainerProperties properties = new ContainerProperties(topics);
        properties.setGroupId(service);
        properties.setMessageListener(new EventRecorder(keep, new DeadLetters(publisher, service), meters));
        KafkaMessageListenerContainer<byte[], byte[]> events =
                new KafkaMessageListenerContainer<>(consumers, properties);
        events.setAutoStartup(false);
        events.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(OUTAGE_PAUSE_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return events;
    }
}
