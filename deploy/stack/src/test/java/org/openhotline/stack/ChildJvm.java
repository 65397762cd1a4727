// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A main class in a process of its own, so that a test can kill it as hard as a power cut does. */
public final class ChildJvm implements AutoCloseable {
    private final Process process;

    private ChildJvm(Process process) {
        this.process = process;
    }

    /** Returns once the process has printed {@code ready}. */
    public static ChildJvm start(Class<?> main, String ready, String... args) throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new StringBuffer();
        var up = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> read(process, ready, said, up));
        if (!up.get(60, TimeUnit.SECONDS)) {
            throw new IOException(main.getSimpleName() + " ended with " + process.waitFor() + ": " + said);
        }
        return new ChildJvm(process);
    }

    private static void read(Process process, String ready, StringBuffer said, CompletableFuture<Boolean> up) {
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.contains(ready)) {
                    up.complete(true);
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        up.complete(false);
    }

    /** SIGKILL: no shutdown hook, no flush. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM. */
    public int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
