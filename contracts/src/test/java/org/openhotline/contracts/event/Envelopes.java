// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import tools.jackson.databind.node.ObjectNode;

/** Made-up CloudEvents envelopes. */
final class Envelopes {
    private Envelopes() {}

    /** As Kafka headers (binary mode). */
    static ObjectNode headers(AggregateType aggregate, String wireName) {
        String service = aggregate == AggregateType.IDENTITY
                ? "audit"
                : aggregate.topic() == Topic.ACCESS
                        ? "assessment"
                        : aggregate.topic().wireName().replace(".events", "");
        return WireJson.MAPPER
                .createObjectNode()
                .put("ce_specversion", "1.0")
                .put("ce_id", "0199a0c4-5f00-7abc-8def-0123456789ab")
                .put("ce_type", wireName)
                .put("ce_source", "/openhotline/" + service)
                .put("ce_subject", "0199a0c4-5e02-704a-80b6-d4735e3a265e")
                .put("ce_time", "2026-03-02T09:15:04.210Z")
                .put("ce_sequence", "17")
                .put("ce_aggregate", aggregate.wireName())
                .put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .put("content-type", "application/json");
    }

    /** As one JSON object (structured mode). */
    static ObjectNode structured(ObjectNode headers, ObjectNode data) {
        ObjectNode event = WireJson.MAPPER.createObjectNode();
        headers.properties().forEach(h -> event.set(attribute(h.getKey()), h.getValue()));
        event.set("data", data);
        return event;
    }

    private static String attribute(String header) {
        return header.equals("content-type") ? "datacontenttype" : header.replaceFirst("^ce_", "");
    }
}
