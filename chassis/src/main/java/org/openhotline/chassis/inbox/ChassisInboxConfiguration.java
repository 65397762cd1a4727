// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.openhotline.chassis.Service;
import org.openhotline.chassis.broker.StreamPublisher;
import org.openhotline.chassis.cloudevents.TraceContext;
import org.openhotline.contracts.event.Topic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.FixedBackOff;

/** The inbox behind the binding {@code inbox-in-0}. A service that takes events in by itself leaves it out. */
@AutoConfiguration
public class ChassisInboxConfiguration {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final long OUTAGE_PAUSE_MILLIS = 1000;

    @Bean
    Inbox eventInbox(
            List<Subscriber> subscribers,
            MongoTemplate mongo,
            ParkedEvents parked,
            StreamPublisher publisher,
            TraceContext trace,
            MeterRegistry meters,
            @Value("${spring.application.name}") String service,
            @Value("${openhotline.inbox.topics:}") List<String> consumed) {
        checkThatAllIsConsumed(subscribers, consumed);
        return new Inbox(
                subscribers, new Cursors(mongo), parked, new DeadLetters(publisher, service), trace, meters, PAUSE);
    }

    /** A subscriber to a topic that is not bound would wait for ever without a word. */
    static void checkThatAllIsConsumed(List<Subscriber> subscribers, List<String> consumed) {
        subscribers.stream()
                .flatMap(subscriber -> subscriber.topics().stream())
                .map(Topic::wireName)
                .filter(topic -> !consumed.contains(topic))
                .findFirst()
                .ifPresent(topic -> {
                    throw new IllegalStateException(
                            "openhotline.inbox.topics lacks " + topic + ", which a subscriber of this service wants");
                });
    }

    /** In the place of the inbox where a lost store is rebuilt. */
    @Bean
    @Profile(Service.REBUILD)
    ReplayInbox replayInbox(List<Subscriber> subscribers, MongoTemplate mongo) {
        return new ReplayInbox(subscribers, new Cursors(mongo));
    }

    /** The function that Spring Cloud Stream binds ({@code spring.cloud.function.definition=inbox}). */
    @Bean
    Consumer<Message<byte[]>> inbox(Inbox inbox) {
        return inbox::accept;
    }

    /** What the inbox throws is an outage, so the container tries again until it is over. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> waitForTheStore() {
        return (container, destination, group) -> container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(OUTAGE_PAUSE_MILLIS, FixedBackOff.UNLIMITED_ATTEMPTS)));
    }
}
