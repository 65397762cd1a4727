// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.body;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** The two files of a stretch of entries: {@code <n>.keys} and {@code <n>.bodies}. */
final class Segment implements Closeable {
    /** How many entries a segment holds. */
    static final long ENTRIES = 1 << 20;

    private final long number;
    private final FileChannel keys;
    private final FileChannel bodies;

    private Segment(long number, FileChannel keys, FileChannel bodies) {
        this.number = number;
        this.keys = keys;
        this.bodies = bodies;
    }

    static Segment open(Path folder, long number, OpenOption... options) throws IOException {
        String stem = "%06d".formatted(number);
        FileChannel keys = FileChannel.open(folder.resolve(stem + ".keys"), options);
        try {
            return new Segment(number, keys, FileChannel.open(folder.resolve(stem + ".bodies"), options));
        } catch (IOException e) {
            keys.close();
            throw e;
        }
    }

    static long of(long index) {
        return index / ENTRIES;
    }

    boolean holds(long index) {
        return of(index) == number;
    }

    KeyRecord record(long index) throws IOException {
        return KeyRecord.read(read(keys, position(index), KeyRecord.LENGTH));
    }

    byte[] body(KeyRecord record) throws IOException {
        return read(bodies, record.offset(), record.length()).array();
    }

    void writeRecords(long first, ByteBuffer records) throws IOException {
        write(keys, position(first), records);
    }

    void writeBodies(long offset, ByteBuffer content) throws IOException {
        write(bodies, offset, content);
    }

    /** Cuts off everything from {@code index} on. */
    void truncate(long index) throws IOException {
        bodies.truncate(position(index) == 0 ? 0 : record(index - 1).end());
        keys.truncate(position(index));
    }

    void force() throws IOException {
        bodies.force(true);
        keys.force(true);
    }

    @Override
    public void close() throws IOException {
        keys.close();
        bodies.close();
    }

    private static long position(long index) {
        return index % ENTRIES * KeyRecord.LENGTH;
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("a file of bodies is cut short");
            }
        }
        return buffer.flip();
    }

    private static void write(FileChannel channel, long position, ByteBuffer buffer) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }
}
