// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.flood;

import java.time.Instant;
import java.util.TreeMap;

/**
 * Remembers which tickets have been used, in bounded memory. Where more are used than fit, the oldest are forgotten and
 * with them every ticket of their age counts as too old: a used one never becomes good again.
 */
final class SpentTickets {
    /** A lost answer or a second click sends the same again; so often it is let through. */
    private static final int REPEATS = 5;

    private record Use(String purpose, int times) {}

    private final int most;
    private final TreeMap<Ticket, Use> spent = new TreeMap<>();
    private Instant floor = Instant.MIN;

    SpentTickets(int most) {
        this.most = most;
    }

    enum Answer {
        /** It was good and is now spent. */
        SPENT,
        /** It was spent for the same purpose a moment ago: the same form once more, which can do no more than the first. */
        SAME_AGAIN,
        /** It is no good any more. */
        USED
    }

    /**
     * Uses a ticket.
     *
     * @param purpose what it is used for, such as the key of the report
     */
    synchronized Answer spend(Ticket ticket, String purpose) {
        Use use = spent.get(ticket);
        if (use != null) {
            return again(ticket, use, purpose);
        }
        if (!ticket.issued().isAfter(floor)) {
            return Answer.USED;
        }
        spent.put(ticket, new Use(purpose, 0));
        while (spent.size() > most) {
            forgetUpTo(spent.firstKey().issued());
        }
        return Answer.SPENT;
    }

    private Answer again(Ticket ticket, Use use, String purpose) {
        if (purpose.isEmpty() || !use.purpose().equals(purpose) || use.times() == REPEATS) {
            return Answer.USED;
        }
        spent.put(ticket, new Use(purpose, use.times() + 1));
        return Answer.SAME_AGAIN;
    }

    /** Whether it has been used, or is as old as one that has been forgotten. */
    synchronized boolean isSpent(Ticket ticket) {
        return spent.containsKey(ticket) || !ticket.issued().isAfter(floor);
    }

    /** Forgets those issued up to {@code time}, all of which are from now on too old. */
    synchronized void forgetUpTo(Instant time) {
        if (time.isAfter(floor)) {
            floor = time;
        }
        spent.headMap(new Ticket(floor.plusMillis(1), Long.MIN_VALUE), false).clear();
    }

    synchronized int size() {
        return spent.size();
    }
}
