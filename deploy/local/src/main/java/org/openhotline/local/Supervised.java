// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.time.Duration;
import java.util.Optional;
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
    private volatile Child child;
    private volatile boolean stopping;
    private Duration pause = FIRST_PAUSE;

    Supervised(String name, Supplier<Child> start, Consumer<String> tell) {
        this.name = name;
        this.start = start;
        this.tell = tell;
        this.child = start.get();
    }

    String name() {
        return name;
    }

    ProcessHandle process() {
        return child.process();
    }

    /** Waits until the child answers for the first time and watches over it from then on. */
    void awaitReady() {
        child.awaitReady(PATIENCE);
        watch(child);
    }

    private void watch(Child watched) {
        watched.process().onExit().thenRun(this::ended);
    }

    /** Comes once for each child that ends, so there is never more than one attempt under way. */
    private void ended() {
        if (stopping) {
            return;
        }
        tell.accept(name + " has ended; I start it again in " + pause.toSeconds() + " s");
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(this::again);
        var doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private void again() {
        var next = startUnlessStopping();
        if (next.isEmpty()) {
            return;
        }
        var started = next.get();
        tell.accept(name + " is started again as process " + started.process().pid());
        watch(started);
        try {
            started.awaitReady(PATIENCE);
            tell.accept(name + " is up again");
            pause = FIRST_PAUSE;
        } catch (IllegalStateException e) {
            tell.accept(String.valueOf(e.getMessage()));
            // one that lives without answering would stay so for ever; once it has ended it is started again
            started.close();
        }
    }

    private synchronized Optional<Child> startUnlessStopping() {
        if (stopping) {
            return Optional.empty();
        }
        child = start.get();
        return Optional.of(child);
    }

    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
        }
        child.close();
    }
}
