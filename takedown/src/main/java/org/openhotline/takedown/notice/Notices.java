// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.aggregate.Aggregates;

/** All notices. */
public interface Notices extends Aggregates<Notice> {

    /** Ids of planned notices that should be tried by {@code now}, the most overdue first. */
    List<UUID> due(Instant now, int limit);

    /** Ids of notices handed over before {@code moment} of which nothing more was heard. */
    List<UUID> sendingSince(Instant moment);

    /** Those in one of the states, the oldest first. */
    List<Notice> in(Set<NoticeState> states, int limit);

    /** Planned notices that have failed at least {@code tries} times, the oldest first. */
    List<Notice> delayed(int tries, int limit);

    /** About this item, the newest first. */
    List<Notice> about(UUID itemId);

    Optional<Notice> withLink(String linkHash);

    static NotFound none() {
        return new NotFound("There is no such notice.");
    }
}
