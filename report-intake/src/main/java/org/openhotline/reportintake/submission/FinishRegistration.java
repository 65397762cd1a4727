// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Finishes what a crash, an unreachable store or a full queue left undone between a submission's write and its items'. */
public final class FinishRegistration {
    public static final int AT_ONCE = 100;

    /** Younger ones are most likely still in the hands of the request that stored them. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final System.Logger LOG = System.getLogger(FinishRegistration.class.getName());

    private final Submissions submissions;
    private final RegisterItems registerItems;
    private final InstantSource clock;

    public FinishRegistration(Submissions submissions, RegisterItems registerItems, InstantSource clock) {
        this.submissions = submissions;
        this.registerItems = registerItems;
        this.clock = clock;
    }

    /** Finishes at most {@value #AT_ONCE} that were left, the oldest first, and returns how many. */
    public int sweep() {
        List<Submission> left = submissions.unregistered(clock.instant().minus(PATIENCE), AT_ONCE);
        if (left.isEmpty() || finish(left)) {
            return left.size();
        }
        return (int) left.stream().filter(s -> finish(List.of(s))).count();
    }

    /** Many at once, and where that fails one by one: one that cannot be finished must not keep the others waiting. */
    private boolean finish(List<Submission> some) {
        try {
            registerItems.of(some);
            return true;
        } catch (RuntimeException e) {
            LOG.log(
                    WARNING,
                    "The items of {0} submissions from {1} on are told later ({2})",
                    some.size(),
                    some.getFirst().id(),
                    e.getClass());
            return false;
        }
    }
}
