// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Aggregates;

/** All submissions. */
public interface Submissions extends Aggregates<Submission> {

    /** Those with any of these blind index values as their reference. */
    List<Submission> withReference(List<String> references);

    /** Some whose items have not all been told, received before {@code cutoff}, the oldest first. */
    List<Submission> unregistered(Instant cutoff, int limit);

    /** Some that still have a contact given before {@code cutoff}, the oldest first. */
    List<Submission> withContactSince(Instant cutoff, int limit, Set<UUID> except);

    /** Some received before {@code cutoff} that still have words of the reporter and whose items have been told. */
    List<Submission> withWordsReceivedBefore(Instant cutoff, int limit, Set<UUID> except);
}
