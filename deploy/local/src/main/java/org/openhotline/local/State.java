// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the launcher writes down for those who look for it: {@code run/state.json}.
 *
 * @param launcher the launcher itself
 * @param phase how far it is
 * @param failure why it failed, else empty
 * @param ports by {@link Part#id}
 * @param modules the services that were asked for
 */
record State(
        Mark launcher,
        Phase phase,
        String failure,
        boolean separate,
        Map<String, Integer> ports,
        List<String> modules,
        List<Mark> children) {

    enum Phase {
        STARTING,
        READY,
        STOPPING,
        FAILED
    }

    /**
     * A process, told from a later one with the same number by when it started.
     *
     * @param started ms since 1970
     */
    record Mark(String name, long pid, long started) {
        static Mark of(String name, ProcessHandle process) {
            return new Mark(
                    name,
                    process.pid(),
                    process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
        }

        /** The process, where it still lives. */
        Optional<ProcessHandle> find() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> of(name, process).started() == started);
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    void write(DataFolder folder) {
        var file = folder.run().resolve("state.json");
        var making = folder.run().resolve("state.json.making");
        try {
            Files.write(making, JSON.writeValueAsBytes(this));
            Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    static Optional<State> read(DataFolder folder) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(folder.run().resolve("state.json")), State.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the state in " + folder.run(), e);
        }
    }

    int port(Part part) {
        return ports.getOrDefault(part.id(), part.standardPort());
    }

    /** Options that lead to the same addresses. */
    Options options(Path root) {
        var arguments = new ArrayList<String>();
        ports.forEach((id, port) -> arguments.addAll(List.of("--port", id + "=" + port)));
        return Options.parse(root, arguments.toArray(String[]::new));
    }
}
