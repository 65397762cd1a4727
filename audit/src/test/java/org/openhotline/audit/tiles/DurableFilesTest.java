// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
    private static final int ROUNDS = 500;

    @TempDir
    Path folder;

    @Test
    void two_that_need_the_same_new_folder_at_once_both_put_their_file_in() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                Path shared = folder.resolve("new-" + round);
                List<Callable<Void>> writers = new ArrayList<>();
                for (String name : List.of("one", "two")) {
                    writers.add(() -> {
                        both.await();
                        new DurableFiles().createFolders(shared.resolve(name));
                        return null;
                    });
                }
                for (Future<Void> done : threads.invokeAll(writers)) {
                    done.get();
                }
                assertThat(shared.resolve("one")).isDirectory();
                assertThat(shared.resolve("two")).isDirectory();
            }
        }
    }

    @Test
    void a_file_where_a_folder_is_needed_is_told() throws Exception {
        Path file = Files.createFile(folder.resolve("taken"));
        assertThatIOException()
                .isThrownBy(() -> new DurableFiles().replace(file.resolve("content"), new byte[] {1}))
                .isInstanceOf(FileAlreadyExistsException.class);
    }
}
