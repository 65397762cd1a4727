// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.openhotline.audit.body.Bodies;
import org.openhotline.audit.body.BodyWriter;
import org.openhotline.audit.entry.MakeEntry;
import org.openhotline.audit.entry.ReadEvent;
import org.openhotline.audit.note.CheckpointSigner;

/** The parts of a log on this disk, and how they are brought to one another when it is opened. */
public final class OpenLog {
    private final Path folder;
    private final CheckpointSigner key;
    private final Log log;
    private final Bodies bodies;
    private final EntryIndex index;
    private final LogEntries entries;
    private final ReadEvent events;
    private final MakeEntry make;
    private final FileEntries file;

    public OpenLog(Path folder, CheckpointSigner key, EntryIndex index, ReadEvent events, MakeEntry make) {
        this.folder = folder;
        this.key = key;
        this.log = new Log(folder, key.verifier());
        this.bodies = new Bodies(folder.resolve("bodies"));
        this.index = index;
        this.entries = new LogEntries(log, bodies, index);
        this.events = events;
        this.make = make;
        this.file = new FileEntries(index, events);
    }

    public Log log() {
        return log;
    }

    public LogEntries entries() {
        return entries;
    }

    /** Brings the index to where another instance has brought the log. */
    public void follow() throws IOException {
        file.catchUp(log, bodies);
    }

    /**
     * Opens the log for appending.
     *
     * @param published the last checkpoint that others were told of
     * @throws LogDamaged where tree, bodies and what was signed and published cannot all be true
     * @throws LogInUse where another process appends
     */
    AppendEvents toAppend(Fence fence, Optional<LogState> published) throws IOException {
        LogWriter writer = LogWriter.open(folder, key, fence);
        try {
            published.ifPresent(told -> requireConsistent(writer.head(), told));
            BodyWriter bodyWriter = bodyWriter(writer.head().size());
            AppendEvents append = new AppendEvents(writer, bodyWriter, make, file);
            file.catchUp(log, bodies);
            return append;
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    InOrder order(Parking parking, Set<String> parked) {
        return new InOrder(index, parking, parked);
    }

    FollowPurges followPurges() {
        return new FollowPurges(entries, events);
    }

    long last(String source) {
        return index.last(source);
    }

    private BodyWriter bodyWriter(long size) throws IOException {
        try {
            return bodies.writer(size);
        } catch (EOFException | NoSuchFileException e) {
            throw new LogDamaged("the bodies of the last of " + size + " entries are missing");
        }
    }

    private void requireConsistent(Log.Head head, LogState published) {
        boolean consistent = published.size() <= head.size()
                && log.root(published.size(), head).base64().equals(published.root());
        if (!consistent) {
            throw new LogDamaged("the log is not the one whose checkpoint of size " + published.size()
                    + " was published; a copy from before has been put in its place");
        }
    }
}
