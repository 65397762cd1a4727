// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One item on one clock.
 *
 * @param end empty while it is still waiting
 */
record Wait(Instant start, Optional<Instant> end) {

    /**
     * How long it took, or has lasted until now. Never below zero: two services' clocks may differ by a little.
     */
    Duration length(Instant now) {
        Duration length = Duration.between(start, end.orElse(now));
        return length.isNegative() ? Duration.ZERO : length;
    }
}
