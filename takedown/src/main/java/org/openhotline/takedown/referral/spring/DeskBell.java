// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral.spring;

import java.util.concurrent.TimeUnit;
import org.openhotline.takedown.referral.AnnounceReferrals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Tells the police desk every few seconds of what it has not been told yet. */
final class DeskBell {
    private static final Logger LOG = LoggerFactory.getLogger(DeskBell.class);

    private final AnnounceReferrals announcing;

    DeskBell(AnnounceReferrals announcing) {
        this.announcing = announcing;
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void ring() {
        try {
            announcing.sweep();
        } catch (RuntimeException e) {
            LOG.warn("Referrals could not be announced: {}", e.getClass().getName());
        }
    }
}
