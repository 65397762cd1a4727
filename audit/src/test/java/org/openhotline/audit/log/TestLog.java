// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.entry.EventFixture;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.MakeEntry;
import org.openhotline.audit.log.mvstore.MvEntryIndex;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.audit.note.SignerKey;
import org.openhotline.chassis.test.InMemoryAggregates;

/** A whole log on disk. What the store would remember is in {@link Outside}, so that a log can be opened again. */
public final class TestLog implements AutoCloseable {
    static final LogIdentity IDENTITY = LogIdentity.ofDomain("hotline.example");
    static final Duration PAUSE = Duration.ofSeconds(10);

    /** What lies outside the folder. */
    public static final class Outside implements AppenderLease, Parking {
        public final InMemoryAggregates<LogState> states = new InMemoryAggregates<>();
        public boolean lease = true;
        Instant now = EventFixture.AT;
        final List<Checkpoint> signed = new ArrayList<>();
        final Map<String, TreeMap<Long, Arrival>> parked = new HashMap<>();

        @Override
        public boolean hold() {
            return lease;
        }

        @Override
        public Optional<Checkpoint> lastSigned() {
            return signed.isEmpty() ? Optional.empty() : Optional.of(signed.getLast());
        }

        @Override
        public void aboutToSign(Checkpoint checkpoint) {
            if (!lease) {
                throw new LeaseLost();
            }
            signed.add(checkpoint);
        }

        @Override
        public Set<String> sources() {
            return parked.entrySet().stream()
                    .filter(waiting -> !waiting.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        @Override
        public Optional<Arrival> first(String source, long sequence) {
            return Optional.ofNullable(
                            parked.getOrDefault(source, new TreeMap<>()).ceilingEntry(sequence))
                    .map(Map.Entry::getValue);
        }

        @Override
        public void park(Arrival event) {
            parked.computeIfAbsent(event.source(), s -> new TreeMap<>()).put(event.sequence(), event);
        }

        @Override
        public void remove(UUID eventId) {
            parked.values()
                    .forEach(waiting ->
                            waiting.values().removeIf(e -> e.eventId().equals(eventId)));
        }
    }

    public final Path folder;
    public final KeepTheLog keep;
    public final OpenLog open;
    public final MvEntryIndex index;

    public TestLog(Path folder, SignerKey key, Outside outside) {
        this(folder, key, outside, outside);
    }

    TestLog(Path folder, SignerKey key, Outside outside, AppenderLease lease) {
        this(folder, key, outside, lease, BeforeSigning.NOTHING);
    }

    TestLog(Path folder, SignerKey key, Outside outside, AppenderLease lease, BeforeSigning before) {
        this.folder = folder;
        this.index = MvEntryIndex.open(folder.resolve("index"));
        this.open = new OpenLog(folder, key, index, EventFixture::read, new MakeEntry(new SecureRandom()));
        TellOfTheLog tell = new TellOfTheLog(IDENTITY, outside.states, () -> outside.now, PAUSE);
        this.keep = new KeepTheLog(open, lease, outside, tell, before);
    }

    public KeepTheLog.Taken take(Arrival... events) throws IOException {
        return keep.take(Arrays.asList(events));
    }

    /** The first event of each of the items {@code from} to {@code to}. */
    KeepTheLog.Taken take(int from, int to) throws IOException {
        return keep.take(IntStream.range(from, to)
                .mapToObj(number -> EventFixture.event(number, 1))
                .toList());
    }

    public LogEntries entries() {
        return open.entries();
    }

    List<Leaf> leaves() throws IOException {
        Log.Head head = open.log().head().orElseThrow();
        return open.log().entries(0, head.size(), head).stream()
                .map(Leaf::parse)
                .toList();
    }

    @Override
    public void close() throws IOException {
        keep.close();
        index.close();
    }
}
