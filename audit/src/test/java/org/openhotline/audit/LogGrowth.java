// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.EventFixture;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.TestLog;
import org.openhotline.audit.merkle.Hashing;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.contracts.event.AggregateType;

/**
 * Measures, without a broker, what an entry, a receipt and a search cost in logs of growing size. Ids are ordered by time as
 * real ones are, each item has four events. Argument: the largest size.
 */
final class LogGrowth {
    private static final int BATCH = 4096;
    private static final int MEASURED = 10 * BATCH;
    private static final SignerKey KEY = SignerKey.generate("hotline.example/audit/tlog");

    public static void main(String... arguments) throws Exception {
        long largest = Long.parseLong(arguments[0]);
        Path folder = Files.createTempDirectory("log-growth");
        try (TestLog log = new TestLog(folder, KEY, new TestLog.Outside())) {
            long size = 0;
            for (long mark : LongStream.of(10_000, 100_000, 1_000_000, 10_000_000)
                    .filter(mark -> mark <= largest)
                    .toArray()) {
                for (; size < mark; size += BATCH) {
                    log.keep.take(events(size, BATCH));
                }
                report(log, size);
                size += MEASURED;
            }
            System.out.printf("on disk: %s%n", sizes(folder));
        }
    }

    private static void report(TestLog log, long size) throws Exception {
        long[] batches = new long[MEASURED / BATCH];
        double cpu = cpu();
        long begun = System.nanoTime();
        for (int i = 0; i < batches.length; i++) {
            List<Arrival> events = events(size + (long) i * BATCH, BATCH);
            long before = System.nanoTime();
            log.keep.take(events);
            batches[i] = System.nanoTime() - before;
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(batches);
        System.out.printf(
                "at %,d entries: %,.0f entries/s, %.0f us of processor time each, batch of %d median %.0f ms, worst %.0f"
                        + " ms%n",
                size,
                MEASURED / seconds,
                (cpu() - cpu) / 1e3 / MEASURED,
                BATCH,
                batches[batches.length / 2] / 1e6,
                batches[batches.length - 1] / 1e6);
        receipts(log, size);
        searches(log, size);
        System.gc();
        System.out.printf(
                "  heap after collection %d MB%n",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }

    private static void receipts(TestLog log, long size) throws Exception {
        Random random = new Random(size);
        long[] times = new long[500];
        for (int i = 0; i < times.length; i++) {
            long number = random.nextLong(size);
            long before = System.nanoTime();
            Entry entry = log.entries().find(id(number)).orElseThrow();
            Log.Head head = log.open.log().head().orElseThrow();
            var proof = log.open.log().prove(entry.index(), head);
            String text = proof.text();
            times[i] = System.nanoTime() - before;
            if (text.isEmpty() || !proof.proves(Hashing.leaf(entry.leaf().bytes()), KEY.verifier())) {
                throw new AssertionError("no proof for " + number);
            }
        }
        print("  receipt of any event by its id", times);
    }

    private static void searches(TestLog log, long size) {
        Random random = new Random(size);
        long[] ofItem = new long[200];
        long[] ofPerson = new long[200];
        for (int i = 0; i < ofItem.length; i++) {
            UUID item = item(random.nextLong(size));
            ofItem[i] = time(() -> log.entries().search(EntryFilter.ALL.ofSubject(item), Long.MAX_VALUE, 50));
            EntryFilter person = EntryFilter.ALL.ofActor("person-1").ofType("openhotline.removal.hold-released.v1");
            ofPerson[i] = time(() -> log.entries().search(person, size / 2, 50));
        }
        print("  all of an item", ofItem);
        print("  50 of a person's actions of one type", ofPerson);
    }

    private static long time(Runnable step) {
        long before = System.nanoTime();
        step.run();
        return System.nanoTime() - before;
    }

    private static void print(String what, long[] times) {
        Arrays.sort(times);
        System.out.printf(
                "%s: median %.2f ms, p99 %.2f ms, worst %.2f ms%n",
                what,
                times[times.length / 2] / 1e6,
                times[times.length * 99 / 100] / 1e6,
                times[times.length - 1] / 1e6);
    }

    /** Four events of each item, which come at some distance from each other. */
    private static List<Arrival> events(long from, int count) {
        return IntStream.range(0, count).mapToObj(i -> event(from + i)).toList();
    }

    private static Arrival event(long number) {
        UUID item = item(number);
        String json = "{\"itemId\":\"" + item + "\",\"actor\":\"person-" + number % 40
                + "\",\"at\":\"2026-11-24T10:00:00Z\",\"note\":\"" + "x".repeat(150) + "\"}";
        return new Arrival(
                id(number),
                "openhotline.removal.hold-released.v1",
                "takedown",
                AggregateType.REMOVAL,
                item,
                number / 256 % 4 + 1,
                EventFixture.AT.plusSeconds(number / 10),
                json);
    }

    private static UUID id(long number) {
        return new UUID(
                0x0190_0000_0000_7000L + (number << 16), Long.MIN_VALUE | number * 0x9E37_79B9_7F4A_7C15L >>> 2);
    }

    /** 256 items at a time, each with its first events, then the second ones, and so on. */
    private static UUID item(long number) {
        return id(1L << 40 | number / 1024 * 256 + number % 256);
    }

    private static double cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static String sizes(Path folder) throws Exception {
        StringBuilder sizes = new StringBuilder();
        for (String part : List.of("tile", "bodies", "index")) {
            try (Stream<Path> files = Files.walk(folder.resolve(part))) {
                sizes.append(part)
                        .append(' ')
                        .append(files.mapToLong(file -> file.toFile().length()).sum() >> 20)
                        .append(" MB ");
            }
        }
        return sizes.toString();
    }
}
