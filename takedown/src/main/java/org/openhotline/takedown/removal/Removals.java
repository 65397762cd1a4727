// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.aggregate.Aggregates;

/** All removals, each under its item's id. */
public interface Removals extends Aggregates<Removal> {

    /** Those in one of the states, the longest confirmed first, at most {@code limit}. */
    List<Removal> in(Set<RemovalState> states, int limit);

    /** The last ones that ended, the latest first. */
    List<Removal> lastRemoved(int limit);

    long count(Set<RemovalState> states);

    /** Items whose hold should end by itself by {@code now}. */
    List<UUID> holdsOver(Instant now);

    /** Removed items of which only the host has said, at or before {@code said}, that they are gone. */
    List<UUID> onTheHostsWord(Instant said);

    /** @throws NotFound where there is none */
    default Removal get(UUID itemId) {
        return find(itemId).orElseThrow(Removals::none);
    }

    static NotFound none() {
        return new NotFound("There is no takedown of such an item.");
    }
}
