// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class and ends this JVM when the process that started it is gone, however that ended: the parent
 * holds the other end of this process's standard input, so a parent killed with SIGKILL closes it too. Uses nothing but
 * the JDK, because it is put in front of programs that are not ours.
 */
public final class Lifeline {
    private static final int PATIENCE_MS = 15_000;

    private Lifeline() {}

    /** {@code MAIN_CLASS ARGUMENTS...}. */
    public static void main(String... args) throws Throwable {
        var in = System.in;
        Thread.ofPlatform().daemon().name("lifeline").start(() -> endWith(in));
        var main = Class.forName(args[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void endWith(InputStream parent) {
        try {
            while (parent.read() >= 0) {
                // the parent says nothing; what counts is the end
            }
        } catch (IOException e) {
            // a broken pipe is an end as well
        }
        Thread.ofPlatform().daemon().start(Lifeline::halt);
        System.exit(143);
    }

    /** For a shutdown hook that hangs, which must not keep an orphan alive. */
    private static void halt() {
        try {
            Thread.sleep(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(137);
    }
}
