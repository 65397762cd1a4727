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

    private StoreFile() {}

    /** Opens the file in {@code dir}, after finishing or undoing a compaction that a crash interrupted. */
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
        store.setRetentionTime(RETENTION);
        store.setVersionsToKeep(VERSIONS);
        return store;
    }

    static MVStore inMemory() {
        return new MVStore.Builder().autoCommitDisabled().open();
    }
}
