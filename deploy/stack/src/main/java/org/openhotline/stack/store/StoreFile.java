// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/** The one file in which the store keeps everything. */
final class StoreFile {
    private static final int CACHE_MB = 32;
    /** How long H2 leaves freed pages alone, in ms. With 0 a crash has been seen to leave a file that does not open. */
    private static final int RETENTION = 1000;

    private static final int VERSIONS = 5;
    /** Of how documents and indexes lie in the file, see {@link Maps}. */
    private static final int FORMAT = 1;

    private StoreFile() {}

    /**
     * Opens the file in {@code dir}, after finishing or undoing a compaction that a crash interrupted.
     *
     * @throws IllegalStateException where the file is of another format
     */
    static MVStore open(Path dir) {
        var file = dir.resolve("store.mv").toString();
        try {
            Files.createDirectories(dir);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the store's folder " + dir, e);
        }
        MVStoreTool.compactCleanUp(file);
        if (Files.exists(Path.of(file))) {
            MVStoreTool.compact(file, false);
        }
        // no commit but ours: one by H2's timer or memory limit would fall into the middle of a command
        var store = new MVStore.Builder()
                .fileName(file)
                .cacheSize(CACHE_MB)
                .autoCommitDisabled()
                .open();
        checkFormat(store, file);
        store.setRetentionTime(RETENTION);
        store.setVersionsToKeep(VERSIONS);
        return store;
    }

    private static void checkFormat(MVStore store, String file) {
        if (store.getMapNames().isEmpty()) {
            store.setStoreVersion(FORMAT);
        } else if (store.getStoreVersion() != FORMAT) {
            store.closeImmediately();
            throw new IllegalStateException(
                    "The store's file " + file + " was written by another version of OpenHotline,"
                            + " which alone can read it. Take that version, or start empty with --fresh.");
        }
    }

    static MVStore inMemory() {
        return new MVStore.Builder().autoCommitDisabled().open();
    }
}
