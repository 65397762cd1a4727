// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.WireNames;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;

/**
 * One event with its CloudEvents attributes.
 *
 * @param type wire name (see {@link WireNames})
 * @param service the emitting service, so that {@code source} reads {@code /openhotline/<service>}
 * @param sequence position among the events of its aggregate, from 1
 * @param traceparent W3C trace context of the step that led to the event
 * @param json the event itself; empty where it is erased
 */
public record Envelope(
        UUID id,
        String type,
        String service,
        AggregateType aggregate,
        UUID aggregateId,
        long sequence,
        Instant time,
        Optional<String> traceparent,
        String json) {

    /** Header of an old event that is told again, on a replay's topic only. */
    public static final String REPLAY_MARK = "ce_replay";

    private static final String SOURCE = "/openhotline/";

    public static Envelope of(
            UUID id, String service, UUID aggregateId, long sequence, Optional<String> traceparent, Event event) {
        return new Envelope(
                id,
                WireNames.of(event.getClass()),
                service,
                AggregateType.emitting(event.getClass()),
                aggregateId,
                sequence,
                event.at(),
                traceparent,
                EventJson.write(event));
    }

    /** Names the emitting aggregate, as {@link Received#source()}. */
    public String source() {
        return aggregate.wireName() + ":" + aggregateId;
    }

    /** Whether what it said is gone; only its place among its aggregate's events is known. */
    public boolean isErased() {
        return json.isEmpty();
    }

    public Received<Event> received() {
        return new Received<>(EventJson.read(type, json), id, aggregate, aggregateId, sequence, time);
    }

    public Message<byte[]> toMessage() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", type);
        headers.put("ce_source", SOURCE + service);
        headers.put("ce_subject", aggregateId.toString());
        headers.put("ce_time", time.toString());
        headers.put("ce_aggregate", aggregate.wireName());
        headers.put("ce_sequence", Long.toString(sequence));
        traceparent.ifPresent(parent -> headers.put("traceparent", parent));
        return MessageBuilder.withPayload(json.getBytes(UTF_8))
                .copyHeaders(headers)
                .setHeader(MessageHeaders.CONTENT_TYPE, "application/json")
                .setHeader(KafkaHeaders.KEY, aggregateId.toString().getBytes(UTF_8))
                .build();
    }

    /** @throws IllegalArgumentException where a required attribute is missing or malformed; the text names it */
    public static Envelope from(Message<byte[]> message) {
        MessageHeaders headers = message.getHeaders();
        String source = required(headers, "ce_source");
        if (!source.startsWith(SOURCE)) {
            throw new IllegalArgumentException("ce_source does not start with " + SOURCE);
        }
        return new Envelope(
                UUID.fromString(required(headers, "ce_id")),
                required(headers, "ce_type"),
                source.substring(SOURCE.length()),
                aggregate(required(headers, "ce_aggregate")),
                UUID.fromString(required(headers, "ce_subject")),
                Long.parseLong(required(headers, "ce_sequence")),
                Instant.parse(required(headers, "ce_time")),
                Optional.ofNullable(headers.get("traceparent")).map(Object::toString),
                new String(message.getPayload(), UTF_8));
    }

    private static AggregateType aggregate(String wireName) {
        return Arrays.stream(AggregateType.values())
                .filter(a -> a.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("ce_aggregate is unknown"));
    }

    private static String required(MessageHeaders headers, String name) {
        Object value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return value.toString();
    }
}
