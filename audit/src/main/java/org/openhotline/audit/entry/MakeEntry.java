// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Makes the entry of an event, with a new key for its commitment. */
public final class MakeEntry {
    private final SecureRandom random;

    public MakeEntry(SecureRandom random) {
        this.random = random;
    }

    public Entry make(long index, Arrival event) {
        byte[] key = Commitment.newKey(random);
        Leaf leaf = new Leaf(
                event.eventId(),
                event.type(),
                event.aggregate(),
                event.aggregateId(),
                event.sequence(),
                event.time(),
                Commitment.to(event.json().getBytes(UTF_8), key));
        String keyText = Base64.getEncoder().encodeToString(key);
        return new Entry(index, leaf, Optional.of(new Entry.Body(event.service(), event.json(), keyText)));
    }
}
