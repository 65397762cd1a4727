// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.log.cloudevents.Arrivals;
import org.openhotline.chassis.cloudevents.CloudEventHeaderMapper;
import org.openhotline.chassis.cloudevents.Envelope;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;

/** Reads what the broker has. */
final class Records {
    private static final Pattern TYPE = Pattern.compile("[a-z0-9.-]{1,200}");
    private static final CloudEventHeaderMapper HEADERS = new CloudEventHeaderMapper();

    private Records() {}

    static Message<byte[]> message(ConsumerRecord<byte[], byte[]> record) {
        Map<String, Object> headers = new HashMap<>();
        HEADERS.toHeaders(record.headers(), headers);
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return MessageBuilder.createMessage(value, new MessageHeaders(headers));
    }

    /** @throws IllegalArgumentException where the envelope is not one that a leaf can be made of */
    static Arrival arrival(Message<byte[]> message) {
        Envelope envelope = Envelope.from(message);
        if (!TYPE.matcher(envelope.type()).matches() || envelope.sequence() < 1) {
            throw new IllegalArgumentException("ce_type or ce_sequence is malformed");
        }
        return Arrivals.of(envelope);
    }

    static Message<byte[]> message(Arrival event) {
        return Arrivals.envelope(event).toMessage();
    }
}
