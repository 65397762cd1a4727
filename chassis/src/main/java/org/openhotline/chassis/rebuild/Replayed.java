// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.openhotline.chassis.cloudevents.CloudEventHeaderMapper;
import org.openhotline.chassis.cloudevents.Envelope;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;

/**
 * One record of a replay's topic, marked by the header {@link Envelope#REPLAY_MARK}: an old event ({@code told}, or
 * {@code erased} where its words are gone) or the {@code end}.
 */
public sealed interface Replayed {

    /** An event with its id and sequence; without words where they are erased. */
    record Old(Envelope envelope) implements Replayed {}

    /** @param events how many there were */
    record End(long events) implements Replayed {}

    default ProducerRecord<byte[], byte[]> on(String topic) {
        return switch (this) {
            case Old(Envelope envelope) -> {
                Message<byte[]> message = envelope.toMessage();
                ProducerRecord<byte[], byte[]> record =
                        marked(topic, message.getPayload(), envelope.isErased() ? "erased" : "told");
                new CloudEventHeaderMapper().fromHeaders(message.getHeaders(), record.headers());
                yield record;
            }
            case End(long events) -> marked(topic, Long.toString(events).getBytes(UTF_8), "end");
        };
    }

    /** @throws IllegalArgumentException for a record that is no replay's */
    static Replayed read(ConsumerRecord<byte[], byte[]> record) {
        String mark = Optional.ofNullable(record.headers().lastHeader(Envelope.REPLAY_MARK))
                .map(Header::value)
                .map(value -> new String(value, UTF_8))
                .orElse("");
        return switch (mark) {
            case "told", "erased" -> new Old(envelope(record));
            case "end" -> new End(Long.parseLong(new String(record.value(), UTF_8)));
            default -> throw new IllegalArgumentException("a record without the mark of a replay");
        };
    }

    private static ProducerRecord<byte[], byte[]> marked(String topic, byte[] value, String mark) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, value);
        record.headers().add(Envelope.REPLAY_MARK, mark.getBytes(UTF_8));
        return record;
    }

    private static Envelope envelope(ConsumerRecord<byte[], byte[]> record) {
        Map<String, Object> headers = new HashMap<>();
        new CloudEventHeaderMapper().toHeaders(record.headers(), headers);
        return Envelope.from(MessageBuilder.createMessage(record.value(), new MessageHeaders(headers)));
    }
}
