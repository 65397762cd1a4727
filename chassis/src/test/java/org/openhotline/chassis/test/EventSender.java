// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openhotline.chassis.cloudevents.CloudEventHeaderMapper;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.messaging.Message;

/** Publishes events as other services would, each aggregate's numbered from 1. */
public final class EventSender implements DisposableBean {
    private final KafkaProducer<byte[], byte[]> producer;
    /** By kind and id: one item is an aggregate of three services, each with its own sequence. */
    private final Map<String, Long> sequences = new ConcurrentHashMap<>();

    EventSender(@Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        this.producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The next event of this aggregate. */
    public Envelope send(UUID aggregateId, Event event) {
        String source = AggregateType.emitting(event.getClass()).wireName() + ':' + aggregateId;
        return send(aggregateId, sequences.merge(source, 1L, Long::sum), event);
    }

    /** An event at a place of the caller's choice, for gaps and repetitions. */
    public Envelope send(UUID aggregateId, long sequence, Event event) {
        Envelope envelope = Envelope.of(UUID.randomUUID(), "test", aggregateId, sequence, Optional.empty(), event);
        send(envelope);
        return envelope;
    }

    /** Exactly this envelope, for example once more. */
    public void send(Envelope envelope) {
        send(record(envelope));
    }

    /** Exactly this envelope with the mark of a replay. */
    public void sendMarked(Envelope envelope) {
        ProducerRecord<byte[], byte[]> record = record(envelope);
        record.headers().add(Envelope.REPLAY_MARK, "told".getBytes(UTF_8));
        send(record);
    }

    private static ProducerRecord<byte[], byte[]> record(Envelope envelope) {
        Message<byte[]> message = envelope.toMessage();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                envelope.aggregate().topic().wireName(),
                envelope.aggregateId().toString().getBytes(UTF_8),
                message.getPayload());
        new CloudEventHeaderMapper().fromHeaders(message.getHeaders(), record.headers());
        return record;
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void destroy() {
        producer.close();
    }
}
