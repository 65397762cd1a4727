// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A child that is started again when it ends although nobody asked it to. A child that has never been ready is not: it
 * would not fare better the second time.
 */
final class Supervised implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final Supplier<Child> start;
    private final Consumer<String> tell;
    private Child child;
    private Duration pause = FIRST_PAUSE;
    private boolean stopping;

    Supervised(String name, Supplier<Child> start, Consumer<String> tell) {
        this.name = name;
        this.start = start;
        this.tell = tell;
        this.child = start.get();
    }

    String name() {
        return name;
    }

    synchronized ProcessHandle process() {
        return child.process();
    }

    /** Waits until the child answers for the first time and watches over it from then on. */
    void awaitReady() {
        current().awaitReady(PATIENCE);
        watch(current());
    }

    private synchronized Child current() {
        return child;
    }

    private void watch(Child watched) {
        watched.process().onExit().thenRun(() -> ended(watched));
    }

    private synchronized void ended(Child ended) {
        if (stopping || ended != child) {
            return;
        }
        tell.accept(name + " has ended; I start it again in " + pause.toSeconds() + " s");
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::again);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
    }

    private void again() {
        Child started;
        synchronized (this) {
            if (stopping) {
                return;
            }
            started = start.get();
            child = started;
            watch(started);
            tell.accept(
                    name + " is started again as process " + started.process().pid());
        }
        try {
            started.awaitReady(PATIENCE);
            tell.accept(name + " is up again");
            synchronized (this) {
                pause = FIRST_PAUSE;
            }
        } catch (IllegalStateException e) {
            tell.accept(e.getMessage());
        }
    }

    @Override
    public void close() {
        Child last;
        synchronized (this) {
            stopping = true;
            last = child;
        }
        last.close();
    }
}
