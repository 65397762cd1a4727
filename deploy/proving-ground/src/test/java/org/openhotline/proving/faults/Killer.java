// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.openhotline.proving.running.RunningHotline;

/**
 * Ends processes without warning (SIGKILL) while people report; the launcher starts them again. A moment is a number of
 * accepted submissions, drawn at random, and the reporters go on only as far as the next moment: so every kill falls
 * into the middle of the reporting, however fast the machine is.
 */
final class Killer {
    private static final Duration RESTART = Duration.ofMinutes(3);

    private final RunningHotline hotline;
    private final Reporters reporters;
    private final Random random;
    private final List<String> victims = new ArrayList<>();

    /** @param seed so that a run can be repeated */
    Killer(RunningHotline hotline, Reporters reporters, long seed, int services, int stores, int brokers) {
        this.hotline = hotline;
        this.reporters = reporters;
        this.random = new Random(seed);
        victims.addAll(Collections.nCopies(services, "services"));
        victims.addAll(Collections.nCopies(stores, "store"));
        victims.addAll(Collections.nCopies(brokers, "broker"));
        Collections.shuffle(victims, random);
    }

    /** Kills one after the other, each after the one before is back, then lets the reporters finish. */
    void killAll() throws IOException {
        int portion = reporters.submissions() / victims.size();
        for (int i = 0; i < victims.size(); i++) {
            reporters.goOn(portion);
            int moment = i * portion + random.nextInt(portion);
            await("that " + moment + " submissions are accepted")
                    .atMost(RESTART)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> reporters.answered() >= moment);
            kill(victims.get(i));
        }
        reporters.goOn(reporters.submissions());
    }

    private void kill(String victim) throws IOException {
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

    int kills() {
        return victims.size();
    }
}
