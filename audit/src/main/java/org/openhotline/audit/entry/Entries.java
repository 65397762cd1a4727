// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All events that have come, under the id of the event. First they wait, then each gets one index for ever, however often
 * it comes. Indexes are given without a hole: a crash in the middle leaves the first of them given and all waiting.
 */
public interface Entries {

    /** Stores an event that waits; does nothing where it waits already. */
    void addIfAbsent(LogEntry entry);

    /** What waits, in order of arrival. */
    List<LogEntry> waiting(int most);

    /** One more than the highest index given so far. */
    long nextIndex();

    /**
     * Gives {@code first}, {@code first + 1} ... to these waiting events, leaving out those that have an index already:
     * they came again. None of them waits any more.
     *
     * @return those that got an index now
     * @throws IndexTaken where another appender has given one of the indexes away
     */
    List<LogEntry> assign(long first, List<LogEntry> waiting);

    /** Entries with an index from {@code from} on, in order. */
    List<LogEntry> sequenced(long from, int most);

    /**
     * Takes over what only the tree knows (the store was restored from an older copy). Where the event has come again
     * and waits, it no longer does; its body is dropped, since the leaf's commitment was made with another key.
     */
    void adopt(long index, Leaf leaf);

    /** Only entries with an index. */
    Optional<LogEntry> find(UUID eventId);

    /** Newest first, only entries with an index, below {@code before}. */
    List<LogEntry> search(EntryFilter filter, long before, int most);

    /** Takes body and commitment key away for good; the leaf and all proofs stay. */
    void eraseBody(UUID eventId);

    /** Another appender was faster; this one must stop. */
    final class IndexTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public IndexTaken(long first) {
            super("an index from " + first + " on has been given away by another appender");
        }
    }
}
