// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.broker;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.List;
import org.openhotline.chassis.cloudevents.CloudEventHeaderMapper;
import org.openhotline.chassis.cloudevents.TraceContext;
import org.openhotline.contracts.event.Topic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** Topics, headers and publishing. */
@AutoConfiguration
public class ChassisBrokerConfiguration {
    /** Named in {@code spring.cloud.stream.kafka.binder.header-mapper-bean-name}. */
    @Bean
    CloudEventHeaderMapper cloudEventHeaderMapper() {
        return new CloudEventHeaderMapper();
    }

    @Bean
    BrokerTopics brokerTopics(
            KafkaAdmin admin,
            @Value("${openhotline.kafka.replicas:1}") int replicas,
            @Value("${openhotline.inbox.topics:}") List<String> consumed,
            @Value("${spring.application.name}") String service) {
        return new BrokerTopics(
                admin, replicas, consumed.stream().map(Topic::named).toList(), service);
    }

    @Bean
    StreamPublisher streamPublisher(StreamBridge bridge) {
        return new StreamPublisher(bridge);
    }

    @Bean
    TraceContext traceContext(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceContext(
                tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
    }
}
