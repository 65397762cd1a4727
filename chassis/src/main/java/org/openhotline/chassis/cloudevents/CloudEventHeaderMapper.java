// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;

/** Maps CloudEvents attributes, trace context and content type as plain UTF-8 and drops every other header. */
public final class CloudEventHeaderMapper implements KafkaHeaderMapper {
    @Override
    public void fromHeaders(MessageHeaders headers, Headers target) {
        headers.forEach((name, value) -> {
            if (name.equals(MessageHeaders.CONTENT_TYPE)) {
                put(target, "content-type", value);
            } else if (travels(name)) {
                put(target, name, value);
            }
        });
    }

    @Override
    public void toHeaders(Headers source, Map<String, Object> headers) {
        for (Header header : source) {
            if (header.value() != null && (travels(header.key()) || header.key().equals("content-type"))) {
                String name = header.key().equals("content-type") ? MessageHeaders.CONTENT_TYPE : header.key();
                headers.put(name, new String(header.value(), UTF_8));
            }
        }
    }

    private static boolean travels(String name) {
        return name.startsWith("ce_") || name.equals("traceparent") || name.startsWith("x-");
    }

    private static void put(Headers target, String name, Object value) {
        target.remove(name);
        target.add(name, value.toString().getBytes(UTF_8));
    }
}
