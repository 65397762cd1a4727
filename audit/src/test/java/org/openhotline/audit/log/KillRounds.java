// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.openhotline.audit.entry.Commitment;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.EventFixture;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.note.SignerKeyFile;
import org.openhotline.audit.verify.AuditVerifier;

/**
 * A process that appends as fast as it can is killed (SIGKILL) again and again; after each kill events come again from some
 * before the last that was acknowledged. At the end nothing is lost, nothing is there twice, and no size was ever signed
 * with two roots. Arguments: an empty folder and the number of rounds.
 */
public final class KillRounds {
    private static final int COME_AGAIN = 700;
    private static final int MOST_AT_ONCE = 600;

    private final Path folder;
    private final Random random = new Random(3);
    private final Map<Long, String> roots = new HashMap<>();
    private int acknowledged;

    KillRounds(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws Exception {
        System.out.println(new KillRounds(Path.of(arguments[0])).run(Integer.parseInt(arguments[1])));
    }

    /** @return what the verifier says at the end */
    String run(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            killOne();
        }
        int all;
        SignerKey key = key(folder);
        try (TestLog log = open(folder, key)) {
            // The last kill may have fallen between a signature and its acknowledgement.
            log.keep.beat();
            all = Math.max(acknowledged, size(log)) + 10;
            for (int from = Math.max(0, acknowledged - COME_AGAIN); from < all; from += MOST_AT_ONCE) {
                log.take(from, Math.min(all, from + MOST_AT_ONCE));
            }
            log.entries().inOrder(0).forEach(KillRounds::requireBody);
        }
        for (String signed : Files.readAllLines(folder.resolve("fence"))) {
            see(signed);
        }
        String verified = AuditVerifier.run(
                List.of("log", folder.resolve("log").toString(), key.verifier().text()));
        if (!verified.startsWith("OK: " + all + " entries of ")) {
            throw new AssertionError(all + " events came, but: " + verified);
        }
        return verified + ", " + roots.size() + " checkpoints after " + rounds + " kills";
    }

    private void killOne() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString(),
                        Integer.toString(Math.max(0, acknowledged - random.nextInt(COME_AGAIN))))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int before = random.nextInt(1, 12);
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(" ");
                acknowledged = Math.max(acknowledged, Integer.parseInt(parts[0]));
                see(parts[1] + " " + parts[2]);
                if (--before == 0) {
                    Thread.sleep(random.nextInt(25)); // anywhere in one of the next batches
                    process.toHandle().destroyForcibly(); // SIGKILL
                }
            }
        }
        if (process.waitFor() != 137) {
            throw new AssertionError("the process ended by itself with " + process.exitValue());
        }
    }

    private static int size(TestLog log) throws IOException {
        return log.open.log().head().map(head -> Math.toIntExact(head.size())).orElse(0);
    }

    private void see(String sizeAndRoot) {
        String[] parts = sizeAndRoot.split(" ");
        String before = roots.putIfAbsent(Long.parseLong(parts[0]), parts[1]);
        if (before != null && !before.equals(parts[1])) {
            throw new AssertionError("two roots for size " + parts[0]);
        }
    }

    private static void requireBody(Entry entry) {
        Entry.Body body = entry.body().orElseThrow();
        byte[] key = Base64.getDecoder().decode(body.key());
        if (!Commitment.to(body.json().getBytes(StandardCharsets.UTF_8), key)
                .equals(entry.leaf().commitment())) {
            throw new AssertionError("the body of entry " + entry.index() + " is not what its leaf commits to");
        }
    }

    private static TestLog open(Path folder, SignerKey key) {
        return new TestLog(folder.resolve("log"), key, new TestLog.Outside(), new FenceFile(folder.resolve("fence")));
    }

    private static SignerKey key(Path folder) throws IOException {
        return SignerKeyFile.createIfAbsent(folder.resolve("key"), TestLog.IDENTITY.origin());
    }

    /** The fence of a process that has nobody beside it: a line for each checkpoint. */
    private record FenceFile(Path file) implements AppenderLease {
        @Override
        public boolean hold() {
            return true;
        }

        @Override
        public Optional<Checkpoint> lastSigned() {
            try {
                return Files.exists(file)
                        ? Files.readAllLines(file).stream().reduce((a, b) -> b).map(FenceFile::checkpoint)
                        : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void aboutToSign(Checkpoint checkpoint) {
            try {
                Files.writeString(
                        file,
                        checkpoint.size() + " " + checkpoint.root().base64() + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.SYNC);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Checkpoint checkpoint(String line) {
            String[] parts = line.split(" ");
            return new Checkpoint(TestLog.IDENTITY.origin(), Long.parseLong(parts[0]), Hash.ofBase64(parts[1]));
        }
    }

    /** Takes events from a number on, and prints after each batch the next number and the checkpoint. */
    static final class Child {
        public static void main(String... arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Random random = new Random();
            try (TestLog log = open(folder, key(folder))) {
                int next = Integer.parseInt(arguments[1]);
                while (true) {
                    int to = next + random.nextInt(1, MOST_AT_ONCE);
                    log.keep.take(IntStream.range(next, to)
                            .mapToObj(number -> EventFixture.event(number, 1))
                            .toList());
                    Checkpoint signed = log.open.log().head().orElseThrow().checkpoint();
                    System.out.println(
                            to + " " + signed.size() + " " + signed.root().base64());
                    next = to;
                }
            }
        }
    }
}
