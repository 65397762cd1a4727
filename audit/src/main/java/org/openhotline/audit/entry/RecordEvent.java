// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;

/** An event has arrived: it is stored, once, to be appended. Returning means that it will be in the log. */
public final class RecordEvent {
    private final Entries entries;
    private final SecureRandom random;

    public RecordEvent(Entries entries, SecureRandom random) {
        this.entries = entries;
        this.random = random;
    }

    /**
     * Stores the event.
     *
     * @param json its body as it arrived
     */
    public void record(Received<? extends Event> received, String json) {
        byte[] key = Commitment.newKey(random);
        Leaf leaf = Leaf.of(received, Commitment.to(json.getBytes(StandardCharsets.UTF_8), key));
        LogEntry.Body body = new LogEntry.Body(json, Base64.getEncoder().encodeToString(key));
        entries.addIfAbsent(new LogEntry(leaf, OptionalLong.empty(), Subjects.of(received.event()), Optional.of(body)));
    }
}
