// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One kind of data that a submission may keep for a while only. */
public interface RetentionRule {

    /** A code, as in the certificate. */
    String name();

    Duration keep();

    /** Some submissions that still have such data from before {@code cutoff}. */
    List<UUID> due(Instant cutoff, int limit, Set<UUID> except);

    /** Erases it for good; a second time does nothing. */
    void erase(UUID submissionId, Instant now);
}
