// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Instant;

/** One analyst's hold on an item. From {@code until} on, others may take it. */
public record Claim(String holder, Instant since, Instant until) {

    public boolean hasEnded(Instant now) {
        return !now.isBefore(until);
    }
}
