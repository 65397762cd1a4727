// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.body;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import org.openhotline.audit.body.KeyRecord.State;
import org.openhotline.audit.entry.Entry;

/** Appends bodies. */
public final class BodyWriter implements Closeable {
    private final Path folder;
    private final BodyCipher cipher = new BodyCipher();
    private Segment segment;
    private long next;
    private long end;

    BodyWriter(Path folder, long size) throws IOException {
        this.folder = folder;
        this.next = size;
        this.segment = open(size);
        if (size % Segment.ENTRIES > 0) {
            this.end = segment.record(size - 1).end();
        }
        segment.truncate(size);
    }

    /** When it returns, the bodies of the entries from {@code first} on are on disk. */
    public void append(long first, List<Entry.Body> bodies) throws IOException {
        if (first != next) {
            throw new IllegalArgumentException("the next body is " + next + ", not " + first);
        }
        int done = 0;
        while (done < bodies.size()) {
            if (!segment.holds(next)) {
                segment.close();
                segment = open(next);
                segment.truncate(next);
                end = 0;
            }
            int fit = (int) Math.min(bodies.size() - done, Segment.ENTRIES - next % Segment.ENTRIES);
            appendHere(bodies.subList(done, done + fit));
            done += fit;
        }
    }

    @Override
    public void close() throws IOException {
        segment.close();
    }

    private void appendHere(List<Entry.Body> bodies) throws IOException {
        ByteBuffer records = ByteBuffer.allocate(bodies.size() * KeyRecord.LENGTH);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Entry.Body body : bodies) {
            byte[] key = Base64.getDecoder().decode(body.key());
            byte[] sealed = cipher.apply(key, Bodies.encode(body));
            new KeyRecord(State.KEPT, sealed.length, end + content.size(), key).write(records);
            content.writeBytes(sealed);
        }
        segment.writeBodies(end, ByteBuffer.wrap(content.toByteArray()));
        segment.writeRecords(next, records.flip());
        segment.force();
        end += content.size();
        next += bodies.size();
    }

    private Segment open(long index) throws IOException {
        Segment opened = Segment.open(
                folder,
                Segment.of(index),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true); // the names of new files
        }
        return opened;
    }
}
