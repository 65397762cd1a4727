// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Aggregates;

/** All correspondences. */
public interface Correspondences extends Aggregates<Correspondence> {

    /** Some whose last message is from before {@code cutoff}. */
    List<Correspondence> lastWrittenBefore(Instant cutoff, int limit, Set<UUID> except);

    /** Some with an answer that no analyst has read, the one that has waited longest first. */
    List<Correspondence> unread(int limit);
}
