// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.Instant;
import java.util.Collection;
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

    /**
     * Notes that the items were told all of these, unless something was added meanwhile. A change of the same submission
     * at the same moment may undo it: then they are told again, which does no harm.
     */
    void noteItemsTold(Collection<Submission> told);

    /** Some that still have a contact given before {@code cutoff}, the oldest first. */
    List<Submission> withContactSince(Instant cutoff, int limit, Set<UUID> except);

    /** Some received before {@code cutoff} that still have words of the reporter and whose items have been told. */
    List<Submission> withWordsReceivedBefore(Instant cutoff, int limit, Set<UUID> except);
}
