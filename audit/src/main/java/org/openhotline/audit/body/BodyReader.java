// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.body;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.openhotline.audit.entry.Entry;

/** Reads bodies one by one; quick where the next one is near the last one. */
public final class BodyReader implements Closeable {
    private final Path folder;
    private final BodyCipher cipher = new BodyCipher();
    private Optional<Segment> open = Optional.empty();

    BodyReader(Path folder) {
        this.folder = folder;
    }

    /** The body of an entry that is in the log; empty where it has been erased. */
    public Optional<Entry.Body> read(long index) throws IOException {
        Segment segment = segment(index);
        return Bodies.open(segment, segment.record(index), cipher);
    }

    public boolean isErased(long index) throws IOException {
        return segment(index).record(index).state() != KeyRecord.State.KEPT;
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
            open = Optional.empty();
        }
    }

    private Segment segment(long index) throws IOException {
        if (open.filter(segment -> segment.holds(index)).isEmpty()) {
            close();
            open = Optional.of(Segment.open(folder, Segment.of(index), StandardOpenOption.READ));
        }
        return open.orElseThrow();
    }
}
