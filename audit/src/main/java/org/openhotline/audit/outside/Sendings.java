// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.outside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was sent to one place: a file with one line for each attempt, {@code <time> <size> sent|failed}. Only told for
 * people and to keep the period over a restart; the place itself is the proof.
 */
public final class Sendings {
    private final Path folder;
    private final String place;

    /** @param folder of the log */
    public Sendings(Path folder, String place) {
        this.folder = folder.resolve("outside");
        this.place = place;
    }

    /** @param sent whether the place took it */
    public record Sending(Instant at, long size, boolean sent) {
        private static final int WORDS = 3;

        private String line() {
            return at + " " + size + (sent ? " sent" : " failed") + "\n";
        }

        /** Empty for a line that a crash has cut short. */
        private static Optional<Sending> parse(String line) {
            String[] words = line.split(" ", -1);
            try {
                return words.length == WORDS
                        ? Optional.of(
                                new Sending(Instant.parse(words[0]), Long.parseLong(words[1]), words[2].equals("sent")))
                        : Optional.empty();
            } catch (DateTimeException | NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    public List<Sending> all() throws IOException {
        List<Sending> all = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(folder.resolve(place))) {
                Sending.parse(line).ifPresent(all::add);
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return all;
    }

    public Optional<Mark> lastSent() throws IOException {
        return all().reversed().stream()
                .filter(Sending::sent)
                .findFirst()
                .map(sending -> new Mark(sending.size(), sending.at()));
    }

    void add(Sending sending) throws IOException {
        Files.createDirectories(folder);
        Files.write(
                folder.resolve(place),
                sending.line().getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }
}
