// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.RemovalEvent.HoldReleased;

/** Events about numbered items. */
public final class EventFixture {
    public static final Instant AT = Instant.parse("2026-11-24T11:00:00.120Z");

    private EventFixture() {}

    public static UUID item(int number) {
        return new UUID(0x7000, number);
    }

    /** The event with this sequence of the removal of this item; its time is {@code number} seconds after {@link #AT}. */
    public static Received<HoldReleased> event(int number, long sequence) {
        UUID id = new UUID(0x7001 + sequence, number);
        Instant at = AT.plusSeconds(number);
        return new Received<>(
                new HoldReleased(item(number), "an-actor", at), id, AggregateType.REMOVAL, item(number), sequence, at);
    }

    public static String json(int number) {
        return "{\"itemId\":\"" + item(number) + "\",\"actor\":\"an-actor\"}";
    }

    /** The same each time, as it would come out of {@link RecordEvent} with a key that is not random. */
    public static LogEntry entry(int number, long sequence) {
        return entry(number, sequence, (byte) 0);
    }

    /** The same event recorded a second time: with another key, so another leaf. */
    static LogEntry again(LogEntry entry) {
        return entry(
                (int) entry.leaf().aggregateId().getLeastSignificantBits(),
                entry.leaf().sequence(),
                (byte) 1);
    }

    private static LogEntry entry(int number, long sequence, byte keyByte) {
        byte[] key = new byte[32];
        key[0] = keyByte;
        String commitment = Commitment.to(json(number).getBytes(StandardCharsets.UTF_8), key);
        return new LogEntry(
                Leaf.of(event(number, sequence), commitment),
                OptionalLong.empty(),
                Set.of(item(number)),
                Optional.of(new LogEntry.Body(json(number), Base64.getEncoder().encodeToString(key))));
    }
}
