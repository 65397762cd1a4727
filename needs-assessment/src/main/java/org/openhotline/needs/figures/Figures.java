// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Instant;
import java.util.List;

/**
 * All figures of a period, as known at a moment: what was received in the period, followed up to now.
 *
 * @param funnel what was received and what became of it, first submissions, then items
 */
public record Figures(Period period, Instant asOf, List<Count> funnel, List<ClockReading> clocks) {
    public Figures {
        funnel = List.copyOf(funnel);
        clocks = List.copyOf(clocks);
    }
}
