// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * One event as the log keeps it: the leaf, and beside the tree what the leaf commits to.
 *
 * @param index place in the log; empty until the appender has given it one
 * @param subjects ids of the items and other things that the event is about, to find it by
 * @param body empty once erased
 */
public record LogEntry(Leaf leaf, OptionalLong index, Set<UUID> subjects, Optional<Body> body) {

    /**
     * @param json the event as it arrived: ids, codes and sealed texts
     * @param key base64 of the key of the leaf's commitment to {@code json}
     */
    public record Body(String json, String key) {}

    public LogEntry {
        subjects = Set.copyOf(subjects);
    }

    public LogEntry at(long place) {
        return new LogEntry(leaf, OptionalLong.of(place), subjects, body);
    }

    public UUID eventId() {
        return leaf.eventId();
    }
}
