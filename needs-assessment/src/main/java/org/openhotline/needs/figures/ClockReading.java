// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Duration;
import java.util.Optional;

/**
 * What one of the four clocks shows.
 *
 * @param median time within which half of the items are over, the open ones taken into account; empty where too many are
 *     open to say
 * @param p90 the same for nine items of ten
 * @param over items whose clock has stopped
 * @param open items whose clock still runs
 * @param leftOut items that the rule counts apart
 */
public record ClockReading(
        String id,
        String name,
        String rule,
        Optional<Duration> median,
        Optional<Duration> p90,
        long over,
        long open,
        long leftOut) {}
