// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhotline.audit.body.BodyWriter;
import org.openhotline.audit.entry.Arrival;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.MakeEntry;

/**
 * Appends events, a batch at a time: bodies and keys on disk, then bundles and tiles, then the checkpoint, then the index.
 * Whatever crashes, the log is as the last checkpoint says, and the index follows it. See docs/decisions/0041.
 */
final class AppendEvents implements Closeable {
    private final LogWriter writer;
    private final BodyWriter bodies;
    private final MakeEntry make;
    private final FileEntries file;

    AppendEvents(LogWriter writer, BodyWriter bodies, MakeEntry make, FileEntries file) {
        this.writer = writer;
        this.bodies = bodies;
        this.make = make;
        this.file = file;
    }

    /** When it returns, they are under a signed checkpoint and can be found. */
    void append(List<Arrival> events) throws IOException {
        if (events.isEmpty()) {
            return;
        }
        long first = writer.head().size();
        List<Entry> entries = new ArrayList<>(events.size());
        for (Arrival event : events) {
            entries.add(make.make(first + entries.size(), event));
        }
        bodies.append(
                first,
                entries.stream().map(Entry::body).flatMap(Optional::stream).toList());
        writer.append(first, entries.stream().map(entry -> entry.leaf().bytes()).toList());
        file.file(entries, writer.head().checkpoint().root());
    }

    Log.Head head() {
        return writer.head();
    }

    @Override
    public void close() throws IOException {
        try (writer) {
            bodies.close();
        }
    }
}
