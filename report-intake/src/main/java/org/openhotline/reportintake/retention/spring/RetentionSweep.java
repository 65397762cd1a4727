// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention.spring;

import static java.lang.System.Logger.Level.WARNING;

import java.util.List;
import org.openhotline.reportintake.retention.RetentionRule;
import org.openhotline.reportintake.retention.RunPurge;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few minutes whether the run of today is done, for each rule; a new day begins within them. */
@Component
final class RetentionSweep {
    private static final System.Logger LOG = System.getLogger(RetentionSweep.class.getName());

    private final RunPurge runPurge;
    private final List<RetentionRule> rules;

    RetentionSweep(RunPurge runPurge, List<RetentionRule> rules) {
        this.runPurge = runPurge;
        this.rules = rules;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT5M")
    void sweep() {
        rules.forEach(this::run);
    }

    /** One rule in trouble must not keep the others from erasing. */
    private void run(RetentionRule rule) {
        try {
            runPurge.run(rule);
        } catch (RuntimeException e) {
            LOG.log(WARNING, "The purge of {0} goes on later ({1})", rule.name(), e.getClass());
        }
    }
}
