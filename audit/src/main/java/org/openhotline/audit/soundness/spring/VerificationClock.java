// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.soundness.spring;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openhotline.audit.soundness.Verification;
import org.openhotline.audit.soundness.VerifyLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the log now and then, in a thread of its own, since it can take minutes. */
final class VerificationClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VerificationClock.class);
    private static final Duration FIRST = Duration.ofMinutes(1);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("verification").daemon().factory());
    private final VerifyLog verifying;

    /** @param pause between the end of one check and the next */
    VerificationClock(VerifyLog verifying, Duration pause) {
        this.verifying = verifying;
        thread.scheduleWithFixedDelay(this::tick, FIRST.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void tick() {
        try {
            Verification done = verifying.run();
            switch (done.result()) {
                case SOUND -> LOG.debug("The log is sound: {}", done.sentence());
                case BROKEN -> LOG.error("The log is broken: {}", done.sentence());
                case UNFINISHED -> LOG.warn("The log was not checked to its end: {}", done.sentence());
            }
        } catch (RuntimeException e) {
            LOG.warn("The log could not be checked: {}", e.getClass().getName());
        }
    }
}
