// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * The right to send one form once, for whoever holds it. Says when it was issued and nothing about to whom.
 *
 * @param nonce tells tickets of the same moment apart
 */
record Ticket(Instant issued, long nonce) implements Comparable<Ticket> {
    private static final Comparator<Ticket> OLDEST_FIRST =
            Comparator.comparing(Ticket::issued).thenComparing(Ticket::nonce);

    Duration age(Instant now) {
        return Duration.between(issued, now);
    }

    @Override
    public int compareTo(Ticket other) {
        return OLDEST_FIRST.compare(this, other);
    }
}
