// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openhotline.chassis.cloudevents.Envelope;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** One topic for one replay, with one partition so that it has one order; each service that needs it reads it. */
public final class ReplayTopic {
    /** Long enough for a rebuild, and the broker itself forgets it. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final KafkaProperties kafka;
    private final int replicas;

    public ReplayTopic(KafkaProperties kafka, int replicas) {
        this.kafka = kafka;
        this.replicas = replicas;
    }

    /** Writes, in order, what {@code events} hands out, and the end after it. @return how many there were */
    public long write(String topic, Consumer<Consumer<Envelope>> events) {
        try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
            settled(() -> admin.createTopics(List.of(new NewTopic(topic, 1, (short) replicas)
                            .configs(Map.of("retention.ms", Long.toString(KEPT.toMillis())))))
                    .all()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.putAll(Map.of("acks", "all", "enable.idempotence", true, "linger.ms", 20));
        Sent sent = new Sent();
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            events.accept(envelope -> {
                producer.send(new Replayed.Old(envelope).on(topic), sent::done);
                sent.mustBeWell();
                sent.count++;
            });
            producer.send(new Replayed.End(sent.count).on(topic), sent::done);
            producer.flush();
        }
        sent.mustBeWell();
        return sent.count;
    }

    /**
     * Reads from the beginning to the end.
     *
     * @throws IllegalStateException where it has no end, or not as many events as its end says
     */
    public void read(String topic, Consumer<Envelope> reader) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.putAll(Map.of("enable.auto.commit", false, "allow.auto.create.topics", false));
        settings.remove("group.id");
        TopicPartition all = new TopicPartition(topic, 0);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(Set.of(all));
            consumer.seekToBeginning(Set.of(all));
            long read = 0;
            while (true) {
                for (var record : next(consumer, topic)) {
                    switch (Replayed.read(record)) {
                        case Replayed.Old(Envelope envelope) -> {
                            reader.accept(envelope);
                            read++;
                        }
                        case Replayed.End(long events) -> {
                            mustBe(events, read);
                            return;
                        }
                    }
                }
            }
        }
    }

    private static ConsumerRecords<byte[], byte[]> next(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        for (Duration waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(LOOK)) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(LOOK);
            if (!records.isEmpty()) {
                return records;
            }
        }
        throw new IllegalStateException("the replay in " + topic + " has no end; nothing came for a minute");
    }

    private static void mustBe(long events, long read) {
        if (events != read) {
            throw new IllegalStateException("the replay should have %d events and has %d".formatted(events, read));
        }
    }

    private static void settled(Call call) {
        try {
            call.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused: " + e.getCause(), e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
    }

    private interface Call {
        void run() throws InterruptedException, ExecutionException, java.util.concurrent.TimeoutException;
    }

    private static final class Sent {
        private long count;
        private volatile Optional<Exception> failure = Optional.empty();

        void done(Object metadata, Exception problem) {
            if (problem != null) {
                failure = Optional.of(problem);
            }
        }

        void mustBeWell() {
            failure.ifPresent(problem -> {
                throw new IllegalStateException("the broker did not take the replay", problem);
            });
        }
    }
}
