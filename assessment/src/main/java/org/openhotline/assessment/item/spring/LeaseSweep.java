// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item.spring;

import java.util.concurrent.TimeUnit;
import org.openhotline.assessment.item.ReleaseClaim;
import org.springframework.scheduling.annotation.Scheduled;

/** Nobody waits long for an item whose lease has ended. */
final class LeaseSweep {
    private final ReleaseClaim releases;

    LeaseSweep(ReleaseClaim releases) {
        this.releases = releases;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        releases.sweep();
    }
}
