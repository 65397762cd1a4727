// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openhotline.proving.running.RunningHotline;

/** Ends processes without warning (SIGKILL), at random moments; the launcher starts them again. */
final class Killer {
    private static final Duration RESTART = Duration.ofMinutes(3);

    private final RunningHotline hotline;
    private final Random random;
    private final List<String> victims = new ArrayList<>();

    /** @param seed so that a run can be repeated */
    Killer(RunningHotline hotline, long seed, int services, int stores, int brokers) {
        this.hotline = hotline;
        this.random = new Random(seed);
        victims.addAll(Collections.nCopies(services, "services"));
        victims.addAll(Collections.nCopies(stores, "store"));
        victims.addAll(Collections.nCopies(brokers, "broker"));
        Collections.shuffle(victims, random);
    }

    /** Kills one after the other, each some time after the one before is back. */
    void killAll() throws InterruptedException {
        for (String victim : victims) {
            TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(4000));
            long pid = hotline.pid(victim);
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            await("that " + victim + " is another process")
                    .atMost(RESTART)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> hotline.pid(victim) != pid && hotline.everyProcessLives());
            await("that the form answers")
                    .atMost(RESTART)
                    .pollInterval(Duration.ofMillis(500))
                    .until(hotline::formAnswers);
        }
    }

    int kills() {
        return victims.size();
    }
}
