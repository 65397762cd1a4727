// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure;

import java.util.List;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Aggregates;

/** All requests. */
public interface Disclosures extends Aggregates<Disclosure> {

    /** Those that wait for a decision or to be used, the oldest first. */
    List<Disclosure> open(int limit);

    List<Disclosure> of(UUID submissionId);
}
