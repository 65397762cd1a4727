// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.hold.spring;

import java.util.concurrent.TimeUnit;
import org.openhotline.takedown.hold.ExpireHolds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every few seconds which holds are over; a look that fails is made good by the next. */
final class HoldClock {
    private static final Logger LOG = LoggerFactory.getLogger(HoldClock.class);

    private final ExpireHolds holds;

    HoldClock(ExpireHolds holds) {
        this.holds = holds;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void tick() {
        try {
            holds.sweep();
        } catch (RuntimeException e) {
            LOG.warn("Holds could not be looked through: {}", e.getClass().getName());
        }
    }
}
