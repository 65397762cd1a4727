// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openhotline.chassis.Service;

/**
 * Services in this process, each an application of its own with its own context, port, database and consumer group:
 * {@code FOLDER BROKER_PORT STORE_PORT NAME...}, where the folder holds {@code NAME.properties}.
 */
public final class Services {
    private static final int THREADS = 2;
    private static final int WAIT_MS = 60_000;
    private static final int EXIT_SECONDS = 20;

    private Services() {}

    public static void main(String... args) throws Exception {
        var settings = Path.of(args[0]);
        var modules = Arrays.stream(args)
                .skip(3)
                .map(id -> Module.of(id).orElseThrow(() -> new IllegalArgumentException("no service " + id)))
                .toList();
        awaitPort(Integer.parseInt(args[1]));
        awaitPort(Integer.parseInt(args[2]));
        try {
            start(settings, modules.getFirst());
            // Spring Boot's logging is one for the whole process; set up by several contexts at once, it breaks
            System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
            startTogether(settings, modules.subList(1, modules.size()));
        } catch (ExecutionException | RuntimeException e) {
            // Spring Boot has said why
            exit();
        }
    }

    /** Closing a context waits for one that is still starting, for minutes, and meanwhile the process looks alive. */
    private static void exit() {
        Thread.ofPlatform().daemon().start(() -> {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(EXIT_SECONDS));
            Runtime.getRuntime().halt(1);
        });
        System.exit(1);
    }

    private static void startTogether(Path settings, List<Module> modules)
            throws ExecutionException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var starting = new ArrayList<Future<?>>();
            modules.forEach(module -> starting.add(threads.submit(() -> start(settings, module))));
            for (var one : starting) {
                one.get();
            }
        }
    }

    private static void start(Path settings, Module module) {
        var file = settings.resolve(module.id() + ".properties").toUri();
        Service.run(application(module), module.id(), "--spring.config.additional-location=" + file);
    }

    static Class<?> application(Module module) {
        try {
            return Class.forName(module.application());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the service " + module.id() + " is not on the class path", e);
        }
    }

    private static void awaitPort(int port) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MS);
        while (!Probe.listens(port)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("nothing listens on 127.0.0.1:" + port);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
