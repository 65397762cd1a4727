// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.audit.entry.Entries;
import org.openhotline.audit.entry.EventFixture;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.LogEntry;
import org.openhotline.audit.entry.RecordEvent;
import org.openhotline.audit.log.KeepTheLog;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.log.LogIdentity;
import org.openhotline.audit.log.TellOfTheLog;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.note.SignerKeyFile;
import org.openhotline.audit.verify.AuditVerifier;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.chassis.test.TestStack;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A process that takes in events and appends them is killed again and again; events come again after each kill. */
class KilledAppenderIT {
    private static final int KILLS = 4;
    private static final int COME_AGAIN = 40;

    @TempDir
    Path folder;

    @Test
    void every_event_that_was_taken_in_is_in_the_log_exactly_once() throws Exception {
        String database = "killed-" + UUID.randomUUID();
        int taken = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            taken = killAfter(30 + 37 * kill, database, Math.max(0, taken - COME_AGAIN));
        }
        try (MongoClient client = MongoClients.create(TestStack.get().mongo());
                Appender last = new Appender(client, database, folder)) {
            int all = taken + 10;
            for (int number = 0; number < all; number++) {
                last.take(number);
            }
            while (!last.entries.waiting(1).isEmpty()) {
                last.keep.step();
            }
            String key = last.key.verifier().text();
            assertThat(AuditVerifier.run(List.of("log", folder.resolve("log").toString(), key)))
                    .startsWith("OK: " + all + " entries of " + all + " sources, none missing, none twice");
            assertThat(last.leavesOfTree()).isEqualTo(last.leavesOfStore(all));
        }
    }

    private int killAfter(int events, String database, int first) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        TestStack.get().mongo(),
                        database,
                        folder.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int taken = first;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                taken = line.startsWith("taken ") ? Integer.parseInt(line.substring(6)) + 1 : taken;
                if (taken == first + events) {
                    process.toHandle().destroyForcibly(); // SIGKILL
                }
            }
        }
        assertThat(taken).isGreaterThanOrEqualTo(first + events);
        return taken;
    }

    /** What the service does, without the service. */
    private static final class Appender implements AutoCloseable {
        final Entries entries;
        final SignerKey key;
        final KeepTheLog keep;
        private final RecordEvent record;
        private final Log log;

        Appender(MongoClient client, String database, Path folder) throws Exception {
            LogIdentity identity = LogIdentity.ofDomain("hotline.example");
            entries = new MongoEntries(new MongoTemplate(client, database), InstantSource.system());
            key = SignerKeyFile.createIfAbsent(folder.resolve("key"), identity.origin());
            log = new Log(folder.resolve("log"), key.verifier());
            TellOfTheLog tell = new TellOfTheLog(
                    identity, new InMemoryAggregates<>(), log, InstantSource.system(), Duration.ofHours(1));
            keep = new KeepTheLog(folder.resolve("log"), key, entries, () -> true, tell, 16);
            record = new RecordEvent(entries, new SecureRandom());
        }

        void take(int number) {
            record.record(EventFixture.event(number, 1), EventFixture.json(number));
        }

        List<Leaf> leavesOfTree() throws Exception {
            Log.Head head = log.head().orElseThrow();
            return log.entries(0, head.size(), head).stream().map(Leaf::parse).toList();
        }

        List<Leaf> leavesOfStore(int count) {
            return entries.sequenced(0, count).stream().map(LogEntry::leaf).toList();
        }

        @Override
        public void close() throws Exception {
            keep.close();
        }
    }

    /** Takes in events from a number on and appends what waits, until it is killed. */
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            MongoClient client = MongoClients.create(arguments[0]);
            Appender appender = new Appender(client, arguments[1], Path.of(arguments[2]));
            Thread.ofPlatform().daemon().start(() -> {
                for (int number = Integer.parseInt(arguments[3]); ; number++) {
                    appender.take(number);
                    System.out.println("taken " + number);
                }
            });
            while (true) {
                appender.keep.step();
            }
        }
    }
}
