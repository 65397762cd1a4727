// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention;

import java.util.Set;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Aggregates;

/** All legal holds, also those that were lifted. */
public interface LegalHolds extends Aggregates<LegalHold> {

    /** The submissions of which nothing may be erased. */
    Set<UUID> held();

    default boolean isHeld(UUID submissionId) {
        return find(submissionId).filter(LegalHold::held).isPresent();
    }
}
