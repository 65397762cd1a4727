// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal.spring;

import java.util.concurrent.TimeUnit;
import org.openhotline.takedown.removal.CheckHostsWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every minute whose answer is to be checked; a look that fails is made good by the next. */
final class CheckClock {
    private static final Logger LOG = LoggerFactory.getLogger(CheckClock.class);

    private final CheckHostsWord checking;

    CheckClock(CheckHostsWord checking) {
        this.checking = checking;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void tick() {
        try {
            checking.sweep();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Hosts' answers could not be looked through: {}",
                    e.getClass().getName());
        }
    }
}
