// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one folder in which everything is kept. Only its owner may look into it. */
record DataFolder(Path path) {
    private static final String MARK = "openhotline-data";
    private static final String README = """
            This folder holds the data of an OpenHotline on this machine. ./deploy/up --fresh empties it.
            keys and secrets: without them what is sealed cannot be read again. Keep a copy apart from the rest.
            """;

    /** Makes the folder where it is missing. */
    static DataFolder prepare(Path path) {
        var folder = new DataFolder(path.toAbsolutePath());
        try {
            if (Files.exists(path) && !folder.isOurs() && !isEmpty(path)) {
                throw new Refusal(path + " holds something else. Give an empty or a new folder: --data DIR");
            }
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            Files.writeString(path.resolve(MARK), README);
            Files.createDirectories(folder.run());
            Files.createDirectories(folder.logs());
            Files.createDirectories(folder.temporary());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data folder " + path, e);
        }
    }

    /** What processes left behind that were killed. */
    void emptyTemporary() {
        if (isOurs() && Files.exists(temporary())) {
            delete(temporary());
        }
    }

    /** Deletes everything in it; refused for a folder that is not ours. */
    void empty() {
        if (!Files.exists(path)) {
            return;
        }
        if (!isOurs()) {
            throw new Refusal(path + " does not look like a data folder of OpenHotline; I do not empty it.");
        }
        delete(path);
    }

    static void delete(Path path) {
        try {
            Files.walkFileTree(path, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    private boolean isOurs() {
        return Files.exists(path.resolve(MARK));
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (var files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    /** Held by the launcher as long as it lives; empty where another holds it. The lock is never given back by hand. */
    Optional<FileLock> lock() {
        try {
            var channel = FileChannel.open(run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return Optional.ofNullable(lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + path, e);
        }
    }

    boolean isInUse() {
        if (!Files.exists(run().resolve("lock"))) {
            return false;
        }
        var lock = lock();
        lock.ifPresent(DataFolder::release);
        return lock.isEmpty();
    }

    private static void release(FileLock lock) {
        try (var channel = lock.acquiredBy()) {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release a lock", e);
        }
    }

    Path run() {
        return path.resolve("run");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** In place of the machine's, so that everything that is ever written lies in the one folder. */
    Path temporary() {
        return path.resolve("tmp");
    }

    String temporaryFlag() {
        return "-Djava.io.tmpdir=" + temporary();
    }

    Path keys() {
        return path.resolve("keys");
    }

    Path part(Part part) {
        return path.resolve(part.id());
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
