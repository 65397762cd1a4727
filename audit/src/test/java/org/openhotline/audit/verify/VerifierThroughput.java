// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.openhotline.audit.log.LogWriter;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.note.SignerKeyFile;

/**
 * Measures a full verification beside the bare floor: reading the same bundles and taking SHA-256 of their bytes, with as
 * many threads. Arguments: number of entries, folder. Makes the log there first if it is not that long yet; run it a second
 * time with a small heap, for example {@code -Xmx48m}.
 */
final class VerifierThroughput {
    private static final String ORIGIN = "hotline.example/audit/tlog";
    private static final int BATCH = 65_536;
    private static final int ROUNDS = 3;

    public static void main(String... arguments) throws Exception {
        long count = Long.parseLong(arguments[0]);
        Path folder = Path.of(arguments[1]);
        SignerKey key = SignerKeyFile.createIfAbsent(folder.resolve("key"), ORIGIN);
        Path log = folder.resolve("log");
        make(log, key, count);
        for (int round = 0; round < ROUNDS; round++) {
            double floor = floor(log, count);
            double processor = processorSeconds();
            long begun = System.nanoTime();
            String found = AuditVerifier.run(
                    List.of("log", log.toString(), key.verifier().text()));
            double verified = count / seconds(begun);
            System.out.printf(
                    "floor %,.0f entries/s, verified %,.0f entries/s (%.2f of the floor), %.2f us of processor time each;"
                            + " load %.1f; heap at most %d MB%n%s%n",
                    floor,
                    verified,
                    verified / floor,
                    (processorSeconds() - processor) / count * 1e6,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    Runtime.getRuntime().maxMemory() >> 20,
                    found.lines().findFirst().orElseThrow());
        }
    }

    private static void make(Path log, SignerKey key, long count) throws Exception {
        try (LogWriter writer = LogWriter.open(log, key)) {
            for (long from = writer.head().size(); from < count; from += BATCH) {
                List<byte[]> batch = new ArrayList<>();
                for (long index = from; index < Math.min(count, from + BATCH); index++) {
                    batch.add(entry(index));
                }
                writer.append(from, batch);
            }
        }
    }

    /** Ten sources at a time have four entries each, in turns. */
    private static byte[] entry(long index) {
        long source = index / 40 * 10 + index % 10;
        byte[] commitment = new byte[32];
        SplittableRandom random = new SplittableRandom(index);
        random.nextBytes(commitment);
        return ("{\"aggregate\":\"removal\",\"aggregateId\":\"" + id(new SplittableRandom(-1 - source))
                        + "\",\"commitment\":\"" + Base64.getEncoder().encodeToString(commitment) + "\",\"eventId\":\""
                        + id(random) + "\",\"sequence\":" + (index / 10 % 4 + 1)
                        + ",\"time\":\"2026-11-24T11:00:00.120Z\",\"type\":\"openhotline.removal.hold-released.v1\",\"v\":1}")
                .getBytes(UTF_8);
    }

    private static UUID id(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Entries per second. */
    private static double floor(Path log, long count) throws Exception {
        List<Path> bundles;
        try (Stream<Path> files = Files.walk(log.resolve("tile/entries"))) {
            bundles = files.filter(Files::isRegularFile).toList();
        }
        int threads = Runtime.getRuntime().availableProcessors();
        AtomicLong next = new AtomicLong();
        Callable<Long> reader = () -> {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            long read = 0;
            for (long at = next.getAndIncrement(); at < bundles.size(); at = next.getAndIncrement()) {
                byte[] bytes = Files.readAllBytes(bundles.get((int) at));
                sha256.update(bytes);
                read += bytes.length + sha256.digest().length;
            }
            return read;
        };
        long begun = System.nanoTime();
        try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            for (Future<Long> each : readers.invokeAll(java.util.Collections.nCopies(threads, reader))) {
                each.get();
            }
        }
        return count / seconds(begun);
    }

    private static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
