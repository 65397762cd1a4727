// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Looking again and again whether something has come. */
final class Patience {
    private static final long PAUSE_MS = 250;

    interface Question {
        boolean ask() throws IOException, InterruptedException;
    }

    private Patience() {}

    /** Until the answer is yes, or so long; the demo goes on with what there is then. */
    static void until(Duration atMost, Question question) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!question.ask() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
    }
}
