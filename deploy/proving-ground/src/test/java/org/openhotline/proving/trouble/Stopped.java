// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.trouble;

import java.io.IOException;
import org.openhotline.proving.running.RunningHotline;

/**
 * A process that is there and does nothing (SIGSTOP) until this is closed (SIGCONT). Worse than a dead one: connections
 * to it are taken and never answered.
 */
final class Stopped implements AutoCloseable {
    private final long pid;

    private Stopped(long pid) {
        this.pid = pid;
    }

    static Stopped part(RunningHotline hotline, String name) throws IOException, InterruptedException {
        long pid = hotline.pid(name);
        signal("STOP", pid);
        return new Stopped(pid);
    }

    long pid() {
        return pid;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        signal("CONT", pid);
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                .inheritIO()
                .start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("kill -" + name + " " + pid + " did not work");
        }
    }
}
