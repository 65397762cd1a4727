// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Starts what may wait so that it yields the processors to what reporters wait for. */
public final class Gently {
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final String BY = "10";

    private Gently() {}

    /** The same command as {@code nice(1)} runs it, where this machine has that. */
    public static List<String> run(List<String> command) {
        return Files.isExecutable(NICE)
                ? Stream.concat(Stream.of(NICE.toString(), "-n", BY), command.stream())
                        .toList()
                : command;
    }
}
