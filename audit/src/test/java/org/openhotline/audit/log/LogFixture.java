// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openhotline.audit.merkle.Hashing;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.audit.verify.AuditVerifier;

/** A key, entries that look like real ones, and the independent check. */
public final class LogFixture {
    public static final SignerKey KEY = SignerKey.generate("hotline.example/audit/tlog");

    private LogFixture() {}

    /** The entry that stands at {@code index} in every log of these tests. */
    public static byte[] entry(long index) {
        return ("{\"aggregate\":\"removal\",\"aggregateId\":\"" + new UUID(0, index) + "\",\"commitment\":\""
                        + "A".repeat(43) + "=\",\"eventId\":\"" + new UUID(1, index)
                        + "\",\"sequence\":1,\"time\":\"2026-11-24T11:00:00Z\","
                        + "\"type\":\"openhotline.removal.removed.v1\",\"v\":1}")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static List<byte[]> entries(long from, long to) {
        return LongStream.range(from, to).mapToObj(LogFixture::entry).toList();
    }

    /** Makes a log of the entries 0 to {@code size} in batches of {@code batch}. */
    public static void make(Path folder, int size, int batch) throws IOException {
        try (LogWriter writer = LogWriter.open(folder, KEY)) {
            for (long at = writer.head().size(); at < size; at += batch) {
                writer.append(at, entries(at, Math.min(size, at + batch)));
            }
        }
    }

    /** A signed checkpoint of that many entries, of a log that is nowhere. */
    public static Log.Head head(long size) {
        Checkpoint checkpoint = new Checkpoint(KEY.verifier().name(), size, Hashing.EMPTY_ROOT);
        return new Log.Head(checkpoint, KEY.sign(checkpoint));
    }

    public static String verify(Path folder) throws AuditVerifier.Broken, IOException {
        return AuditVerifier.run(
                List.of("log", folder.toString(), KEY.verifier().text()));
    }

    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    public static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            copyFile(file, to.resolve(from.relativize(file).toString()));
        }
    }

    public static void copyFile(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
