// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhotline.contracts.event.AggregateType;

/**
 * What the tree holds of one event, for ever: which event, of what, when, and a commitment to its body. Ids and codes
 * only.
 *
 * @param type wire name of the event
 * @param sequence position among the events of its aggregate, from 1
 * @param commitment base64 of 32 bytes
 */
public record Leaf(
        UUID eventId,
        String type,
        AggregateType aggregate,
        UUID aggregateId,
        long sequence,
        Instant time,
        String commitment) {
    private static final long VERSION = 1;
    private static final Pattern FORM = Pattern.compile("\\{\"aggregate\":\"(?<aggregate>[^\"]+)\","
            + "\"aggregateId\":\"(?<id>[^\"]+)\",\"commitment\":\"(?<commitment>[^\"]+)\","
            + "\"eventId\":\"(?<event>[^\"]+)\",\"sequence\":(?<sequence>[0-9]{1,16}),"
            + "\"time\":\"(?<time>[^\"]+)\",\"type\":\"(?<type>[^\"]+)\",\"v\":1\\}");

    /**
     * Reads what {@link #bytes} has written.
     *
     * @throws IllegalArgumentException unless exactly that
     */
    public static Leaf parse(byte[] bytes) {
        Matcher parts = FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a leaf");
        }
        Leaf leaf = new Leaf(
                UUID.fromString(parts.group("event")),
                parts.group("type"),
                aggregate(parts.group("aggregate")),
                UUID.fromString(parts.group("id")),
                Long.parseLong(parts.group("sequence")),
                Instant.parse(parts.group("time")),
                parts.group("commitment"));
        if (!Arrays.equals(leaf.bytes(), bytes)) {
            throw new IllegalArgumentException("not the canonical form of a leaf");
        }
        return leaf;
    }

    /** Names the emitting aggregate, as {@link Arrival#source} does. */
    public String source() {
        return aggregate.wireName() + ":" + aggregateId;
    }

    /** The bytes that are hashed into the tree. */
    public byte[] bytes() {
        return CanonicalJson.write(Map.of(
                "v",
                VERSION,
                "eventId",
                eventId.toString(),
                "type",
                type,
                "aggregate",
                aggregate.wireName(),
                "aggregateId",
                aggregateId.toString(),
                "sequence",
                sequence,
                "time",
                time.toString(),
                "commitment",
                commitment));
    }

    private static AggregateType aggregate(String wireName) {
        return Arrays.stream(AggregateType.values())
                .filter(a -> a.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown aggregate " + wireName));
    }
}
