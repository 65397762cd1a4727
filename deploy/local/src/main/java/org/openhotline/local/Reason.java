// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Why a start failed, in the words of the service that refused: what Spring Boot prints between its two banners. */
final class Reason {
    private static final String BANNER = "APPLICATION FAILED TO START";
    private static final int LINES = 40;

    private Reason() {}

    static List<String> of(DataFolder folder) {
        try (var logs = Files.list(folder.logs())) {
            return logs.filter(log -> log.toString().endsWith(".log"))
                    .flatMap(Reason::in)
                    .limit(LINES)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.logs(), e);
        }
    }

    private static Stream<String> in(Path log) {
        try {
            // logs may hold a line cut off by a kill, which need not be valid UTF-8
            var said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            int at = said.lastIndexOf(BANNER);
            return at < 0
                    ? Stream.of()
                    : said.substring(at + BANNER.length())
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("***"))
                            .takeWhile(line -> !line.startsWith("20")
                                    && !line.startsWith("\tat ")
                                    && !line.startsWith("org.springframework"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }
}
