// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission.spring;

import io.micrometer.observation.ObservationRegistry;
import java.util.Collection;
import org.openhotline.reportintake.submission.FinishRegistration;
import org.openhotline.reportintake.submission.ItemsToTell;
import org.openhotline.reportintake.submission.RegisterItems;
import org.openhotline.reportintake.submission.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells the items of submissions that were just stored or amended, so that no reporter waits for it and the items of many
 * take few writes. What is lost in a crash, fails, or finds no room here, {@link FinishRegistration} does.
 */
@Component
final class RegistrationWorker implements SmartLifecycle, ItemsToTell {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrationWorker.class);

    private final RegisterItems registerItems;
    private final Batches<Submission> batches;

    RegistrationWorker(RegisterItems registerItems, ObservationRegistry observations) {
        this.registerItems = registerItems;
        this.batches = new Batches<>("registration", this::now, observations);
    }

    @Override
    public void later(Submission stored) {
        if (!batches.offer(stored)) {
            LOG.warn("The items of submission {} are told later (no room, or stopping)", stored.id());
        }
    }

    /** Before it returns. It does not fail, since the submissions are accepted already. */
    void now(Collection<Submission> stored) {
        if (stored.isEmpty()) {
            return;
        }
        try {
            registerItems.of(stored);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The items of {} submissions are told later ({})",
                    stored.size(),
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void start() {
        batches.start();
    }

    /** What is still waiting is found by the sweep of the next start. */
    @Override
    public void stop() {
        batches.stop();
    }

    @Override
    public boolean isRunning() {
        return batches.isRunning();
    }
}
