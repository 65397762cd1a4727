// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.log.CompareWithBroker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads all that the broker holds, up to where this service has told it that all is taken in, and compares it with the log.
 * In a thread of its own with the lowest priority, on the instance that appends.
 */
@Component
final class BrokerComparison {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerComparison.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final CompareWithBroker compare;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final KafkaAdmin admin;
    private final MessageListenerContainer events;
    private final MeterRegistry meters;
    private final String group;
    private final AtomicBoolean running = new AtomicBoolean();

    BrokerComparison(
            CompareWithBroker compare,
            ConsumerFactory<byte[], byte[]> consumers,
            KafkaAdmin admin,
            MessageListenerContainer events,
            MeterRegistry meters,
            @Value("${spring.application.name}") String group) {
        this.compare = compare;
        this.consumers = consumers;
        this.admin = admin;
        this.events = events;
        this.meters = meters;
        this.group = group;
    }

    @Scheduled(
            initialDelayString = "${openhotline.audit.compare-after:1m}",
            fixedDelayString = "${openhotline.audit.compare-pause:24h}")
    void begin() {
        if (running.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .daemon()
                    .name("compare-with-broker")
                    .priority(Thread.MIN_PRIORITY)
                    .start(this::compareAll);
        }
    }

    private void compareAll() {
        try {
            Map<TopicPartition, Long> ends = takenIn();
            long compared = compareUpTo(ends);
            LOG.info("{} events of the broker have been compared with the log", compared);
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn(
                    "The broker's events could not all be compared: {}",
                    e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.set(false);
        }
    }

    private Map<TopicPartition, Long> takenIn() throws ExecutionException, InterruptedException {
        try (Admin client = Admin.create(admin.getConfigurationProperties())) {
            Map<TopicPartition, Long> ends = new HashMap<>();
            client.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> ends.put(partition, offset.offset()));
            return ends;
        }
    }

    private long compareUpTo(Map<TopicPartition, Long> ends) {
        long compared = 0;
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer(null, group + "-compares", null)) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (events.isRunning() && isBefore(consumer, ends)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset()
                            < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                        arrival(record).flatMap(compare::compare).ifPresent(this::tell);
                        compared++;
                    }
                }
            }
        }
        return compared;
    }

    private static boolean isBefore(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    /** Without those that went to the dead letters. */
    private static Optional<Arrival> arrival(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(Records.arrival(Records.message(record)));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private void tell(CompareWithBroker.Difference difference) {
        meters.counter(
                        "openhotline.audit.differences",
                        "kind",
                        difference.kind().name())
                .increment();
        LOG.error(
                "{}: the event {}, number {} of its {}, differs from the log{}",
                difference.kind(),
                difference.event().eventId(),
                difference.event().sequence(),
                difference.event().aggregate().wireName(),
                difference.index().isPresent()
                        ? " at entry " + difference.index().getAsLong()
                        : ", which has nothing there");
    }
}
