// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.mvstore;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.h2.mvstore.MVMap;

/**
 * Lists of indexes in ascending order, each under a term of fixed length and in chunks: term and first index lead to the
 * distances of the following ones.
 */
final class Postings {
    private static final int LONGEST_CHUNK = 1024;

    private final MVMap<byte[], byte[]> chunks;

    Postings(MVMap<byte[], byte[]> chunks) {
        this.chunks = chunks;
    }

    /** @param indexes ascending, {@code count} of them, above all that the term has */
    void append(byte[] term, long[] indexes, int count) {
        Optional<Chunk> last = lastChunk(term, Long.MAX_VALUE);
        Chunk chunk = last.orElseGet(() -> new Chunk(term, indexes[0]));
        for (int i = last.isPresent() ? 0 : 1; i < count; i++) {
            if (chunk.length() > LONGEST_CHUNK) {
                chunks.put(chunk.key(), chunk.bytes());
                chunk = new Chunk(term, indexes[i]);
            } else {
                chunk.add(indexes[i]);
            }
        }
        chunks.put(chunk.key(), chunk.bytes());
    }

    Cursor cursor(byte[] term) {
        return new Cursor(term);
    }

    /** The last chunk of a term that begins at {@code first} or before. */
    private Optional<Chunk> lastChunk(byte[] term, long first) {
        return Optional.ofNullable(chunks.floorKey(Chunk.key(term, first)))
                .filter(key -> Arrays.equals(key, 0, term.length, term, 0, term.length))
                .flatMap(key -> Optional.ofNullable(chunks.get(key)).map(bytes -> new Chunk(key, bytes)));
    }

    /** Goes back through the indexes of one term. */
    final class Cursor {
        private final byte[] term;
        private long[] chunk = new long[0];

        private Cursor(byte[] term) {
            this.term = term;
        }

        /** The highest index that is not above {@code most}; each call asks for less than the one before. */
        OptionalLong atOrBefore(long most) {
            if (chunk.length == 0 || chunk[0] > most) {
                Optional<Chunk> before = lastChunk(term, most);
                if (before.isEmpty()) {
                    return OptionalLong.empty();
                }
                chunk = before.get().indexes();
            }
            int at = Arrays.binarySearch(chunk, most);
            return OptionalLong.of(chunk[at >= 0 ? at : -at - 2]);
        }
    }

    /** A chunk in the making. */
    private static final class Chunk {
        private final byte[] key;
        private byte[] bytes;
        private int length;
        private long last;

        Chunk(byte[] term, long first) {
            this.key = key(term, first);
            this.bytes = new byte[16];
            this.last = first;
        }

        Chunk(byte[] key, byte[] bytes) {
            this.key = key;
            this.bytes = Arrays.copyOf(bytes, bytes.length + 16);
            this.length = bytes.length;
            this.last = Arrays.stream(indexes()).max().orElseThrow();
        }

        static byte[] key(byte[] term, long first) {
            return ByteBuffer.allocate(term.length + Long.BYTES)
                    .put(term)
                    .putLong(first)
                    .array();
        }

        byte[] key() {
            return key;
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, length);
        }

        int length() {
            return length;
        }

        void add(long index) {
            if (length + 10 > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length + 10);
            }
            long rest = index - last;
            for (; rest > 0x7F; rest >>>= 7) {
                bytes[length++] = (byte) (rest | 0x80);
            }
            bytes[length++] = (byte) rest;
            last = index;
        }

        long[] indexes() {
            long[] indexes = new long[length + 1];
            indexes[0] =
                    ByteBuffer.wrap(key, key.length - Long.BYTES, Long.BYTES).getLong();
            int count = 1;
            for (int at = 0; at < length; count++) {
                long distance = 0;
                for (int shift = 0; ; shift += 7) {
                    byte next = bytes[at++];
                    distance |= (long) (next & 0x7F) << shift;
                    if (next >= 0) {
                        break;
                    }
                }
                indexes[count] = indexes[count - 1] + distance;
            }
            return Arrays.copyOf(indexes, count);
        }
    }
}
