// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.spring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openhotline.audit.log.KeepTheLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Each round has a thread of its own: whoever is slow out there holds up neither the log nor anybody else. */
@Component
final class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final List<Round> rounds;
    private final KeepTheLog keep;
    private final List<Thread> threads = new ArrayList<>();

    Rounds(List<RoundList> rounds, KeepTheLog keep) {
        this.rounds = rounds.stream().flatMap(list -> list.all().stream()).toList();
        this.keep = keep;
    }

    @Override
    public synchronized void start() {
        rounds.forEach(round ->
                threads.add(Thread.ofVirtual().name("round: " + round.what()).start(() -> goRound(round))));
    }

    @Override
    public synchronized void stop() {
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    private void goRound(Round round) {
        boolean troubled = false;
        try {
            while (true) {
                troubled = step(round, troubled);
                Thread.sleep(round.pause());
            }
        } catch (InterruptedException e) {
            // The service stops.
            Thread.currentThread().interrupt();
        }
    }

    /** Trouble is told once, and the next round tries again. */
    private boolean step(Round round, boolean wasTroubled) throws InterruptedException {
        try {
            if (keep.isOpen()) {
                round.step().run();
            }
            return false;
        } catch (IOException | RuntimeException e) {
            if (!wasTroubled) {
                LOG.warn("{}: {}", round.what(), e.getClass().getSimpleName());
            }
            return true;
        }
    }
}
