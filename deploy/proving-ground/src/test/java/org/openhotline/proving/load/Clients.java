// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Some clients that do the same thing over and over. */
final class Clients {
    private Clients() {}

    /** One piece of work, of which each has a number. */
    @FunctionalInterface
    interface Work {
        void of(int number) throws Exception;
    }

    /** @return pieces of work a second, with so many clients at once, each as fast as it can */
    static double perSecond(int clients, int count, Work work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        inParallel(clients, () -> {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                work.of(number);
            }
        });
        return count / seconds(begin);
    }

    /**
     * Work that arrives at a steady rate, whether the work before is done or not.
     *
     * @return how long each piece took from when it was due, sorted, in milliseconds
     */
    static List<Double> atRate(double perSecond, int count, Work work) throws Exception {
        List<Double> took = Collections.synchronizedList(new ArrayList<>());
        long begin = System.nanoTime();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long due = begin + (long) (i * TimeUnit.SECONDS.toNanos(1) / perSecond);
                int number = i;
                LockSupport.parkNanos(due - System.nanoTime());
                all.add(each.submit(() -> {
                    work.of(number);
                    return took.add((System.nanoTime() - due) / 1e6);
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return took.stream().sorted().toList();
    }

    static double percentile(List<Double> sorted, double percent) {
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Something that may throw. */
    @FunctionalInterface
    private interface Job {
        void run() throws Exception;
    }

    private static void inParallel(int clients, Job job) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(threads.submit(() -> {
                    job.run();
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }
}
