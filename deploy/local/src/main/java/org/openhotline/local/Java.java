// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How our own main classes are started as processes: on this class path, small, with an ahead-of-time cache. */
final class Java {
    /** Set while the caches are being made (see {@link Train}). */
    static final String TRAINING = "openhotline.training";

    private static final int TRAINED_STOP_SECONDS = 240;

    private static final List<String> SMALL = List.of(
            "-Xms32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            // memory that a start needs and the rest does not is given back
            "-XX:MaxNewSize=32m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "-Dio.netty.allocator.numDirectArenas=1",
            "-Dio.netty.allocator.numHeapArenas=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8");

    private Java() {}

    /** With many threads the C library keeps a heap for each pair of processors and thread; two are enough. */
    static ProcessBuilder process(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }

    /** @param cache name of the ahead-of-time cache; processes with the same name must have the same flags */
    static List<String> command(String cache, boolean aot, int heapMb, List<String> more, List<String> main) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.add("-Xmx" + heapMb + "m");
        command.addAll(more);
        if (aot) {
            command.addAll(aotFlags(cache));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(main);
        return command;
    }

    private static List<String> aotFlags(String name) {
        if (Boolean.getBoolean(TRAINING)) {
            return AotCache.of(name)
                    .map(cache -> List.of("-XX:AOTCacheOutput=" + cache.making()))
                    .orElse(List.of());
        }
        return AotCache.of(name)
                .filter(AotCache::exists)
                .map(cache -> List.of("-XX:AOTCache=" + cache.file(), "-Xlog:disable"))
                .orElse(List.of());
    }

    /** How long a process may take to end: one in training writes its cache then. */
    static int stopSeconds(int usual) {
        return Boolean.getBoolean(TRAINING) ? TRAINED_STOP_SECONDS : usual;
    }
}
