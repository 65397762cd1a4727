// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.openhotline.stack.Lifeline;

/** One of our main classes as a process that ends when this one does. */
final class JavaChild implements Child {
    private static final int STOP_SECONDS = 25;

    private final String name;
    private final Process process;
    private final Path log;
    private final BooleanSupplier ready;

    private JavaChild(String name, Process process, Path log, BooleanSupplier ready) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.ready = ready;
    }

    /** @param command from {@link Java#command}, whose main class is {@link Lifeline} */
    static JavaChild start(String name, List<String> command, Path log, BooleanSupplier ready) {
        try {
            var process = Java.process(command)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new JavaChild(name, process, log, ready);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    static List<String> onLifeline(Class<?> main, String... arguments) {
        var all = new ArrayList<>(List.of(Lifeline.class.getName(), main.getName()));
        all.addAll(List.of(arguments));
        return all;
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void awaitReady(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!ready.getAsBoolean()) {
                if (!process.isAlive()) {
                    throw new IllegalStateException(
                            "%s ended with %d, see %s".formatted(name, process.exitValue(), log));
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "%s does not answer after %d s, see %s".formatted(name, patience.toSeconds(), log));
                }
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " starts", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(Java.stopSeconds(STOP_SECONDS), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
