// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.test;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.openhotline.chassis.cloudevents.CloudEventHeaderMapper;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.Topic;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Listens to every topic as a plain Kafka consumer and keeps what arrives. */
public final class EventTap implements DisposableBean {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CopyOnWriteArrayList<Envelope> seen = new CopyOnWriteArrayList<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;

    EventTap(@Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("group.id", "tap-" + UUID.randomUUID());
        properties.put("auto.offset.reset", "earliest");
        properties.put("metadata.max.age.ms", "1000");
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(Arrays.stream(Topic.values()).map(Topic::wireName).toList());
        this.thread = Thread.ofPlatform().daemon().name("event-tap").start(this::listen);
    }

    /** Every event so far, in order of arrival. */
    public List<Envelope> envelopes() {
        return List.copyOf(seen);
    }

    public <E extends Event> List<E> events(Class<E> type) {
        return seen.stream()
                .map(e -> e.received().event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The first event of this type, once there is one. */
    public <E extends Event> E await(Class<E> type) {
        return await(type, e -> true);
    }

    /** The first event of this type that fits, once there is one. */
    public <E extends Event> E await(Class<E> type, Predicate<E> fits) {
        return Awaitility.await("a fitting " + type.getSimpleName())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> events(type).stream().filter(fits).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void destroy() throws InterruptedException {
        consumer.wakeup();
        thread.join(PATIENCE);
    }

    private void listen() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.add(read(record)));
            }
        } catch (WakeupException stop) {
            // the context closes
        }
    }

    private static Envelope read(ConsumerRecord<byte[], byte[]> record) {
        Map<String, Object> headers = new HashMap<>();
        new CloudEventHeaderMapper().toHeaders(record.headers(), headers);
        return Envelope.from(MessageBuilder.createMessage(record.value(), new MessageHeaders(headers)));
    }
}
