// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.trouble;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Sees every file that is made in a folder or below, even one that is gone again at once. */
final class TemporaryFiles implements AutoCloseable {
    private final WatchService watch;
    private final Set<String> made = new TreeSet<>();

    TemporaryFiles(Path folder) throws IOException {
        watch = folder.getFileSystem().newWatchService();
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path each : below.filter(Files::isDirectory).toList()) {
                each.register(watch, ENTRY_CREATE);
            }
        }
    }

    /** Names of what has been made so far. */
    Set<String> made() {
        for (WatchKey key = watch.poll(); key != null; key = watch.poll()) {
            key.pollEvents().forEach(event -> made.add(String.valueOf(event.context())));
            key.reset();
        }
        return Set.copyOf(made);
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }
}
