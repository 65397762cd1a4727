// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedSet;
import org.openhotline.audit.body.KeyRecord.State;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.tiles.DurableFiles;

/** The folder of bodies and keys: what is in it is read by {@link #reader} and written by {@link #writer}. */
public final class Bodies {
    private final Path folder;

    public Bodies(Path folder) {
        this.folder = folder;
    }

    /** To be closed; not for several threads. */
    public BodyReader reader() {
        return new BodyReader(folder);
    }

    /**
     * For the one that appends.
     *
     * @param size how many entries there are; what lies beyond is left from a crash and cut off
     */
    public BodyWriter writer(long size) throws IOException {
        DurableFiles files = new DurableFiles();
        files.createFolders(folder);
        files.sync();
        return new BodyWriter(folder, size);
    }

    /**
     * Destroys key and body of each of these entries, in this order: without the key the body is noise, so a crash in
     * between leaves nothing that could be read. When it returns, both are gone from the disk. Again for what has been
     * erased, in case a crash left the noise.
     *
     * @return how many had not been erased before
     */
    public int erase(SortedSet<Long> indexes) throws IOException {
        int erased = 0;
        for (var rest = indexes; !rest.isEmpty(); ) {
            long number = Segment.of(rest.first());
            erased += erase(number, rest.headSet((number + 1) * Segment.ENTRIES));
            rest = rest.tailSet((number + 1) * Segment.ENTRIES);
        }
        return erased;
    }

    private int erase(long number, SortedSet<Long> indexes) throws IOException {
        int erased = 0;
        try (Segment segment = Segment.open(folder, number, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (long index : indexes) {
                KeyRecord record = segment.record(index);
                erased += record.state() == State.KEPT ? 1 : 0;
                ByteBuffer zeroed = ByteBuffer.allocate(KeyRecord.LENGTH);
                record.erased().write(zeroed);
                segment.writeRecords(index, zeroed.flip());
            }
            segment.force();
            for (long index : indexes) {
                KeyRecord record = segment.record(index);
                segment.writeBodies(record.offset(), ByteBuffer.allocate(record.length()));
            }
            segment.force();
        }
        return erased;
    }

    static byte[] encode(Entry.Body body) {
        byte[] service = body.service().getBytes(UTF_8);
        byte[] json = body.json().getBytes(UTF_8);
        return ByteBuffer.allocate(1 + service.length + json.length)
                .put((byte) service.length)
                .put(service)
                .put(json)
                .array();
    }

    static Entry.Body decode(byte[] plain, byte[] key) {
        int service = Byte.toUnsignedInt(plain[0]);
        return new Entry.Body(
                new String(plain, 1, service, UTF_8),
                new String(plain, 1 + service, plain.length - 1 - service, UTF_8),
                Base64.getEncoder().encodeToString(key));
    }

    static Optional<Entry.Body> open(Segment segment, KeyRecord record, BodyCipher cipher) throws IOException {
        return record.state() == State.KEPT
                ? Optional.of(decode(cipher.apply(record.key(), segment.body(record)), record.key()))
                : Optional.empty();
    }
}
