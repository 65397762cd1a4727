// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.tiles;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Entries one after the other, each after its length as a big-endian uint16 (C2SP tlog-tiles, "Log entries"). */
public final class EntryBundle {
    /** The longest entry that the format can hold, in bytes. */
    public static final int LONGEST_ENTRY = 0xFFFF;

    private EntryBundle() {}

    public static byte[] encode(List<byte[]> entries) {
        int length = entries.stream().mapToInt(e -> Short.BYTES + e.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new IllegalArgumentException("an entry of " + entry.length + " bytes does not fit");
            }
            buffer.putShort((short) entry.length).put(entry);
        }
        return buffer.array();
    }

    /**
     * Takes a bundle apart.
     *
     * @throws IllegalArgumentException where the last entry is cut short
     */
    public static List<byte[]> decode(byte[] bundle) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bundle);
            List<byte[]> entries = new ArrayList<>();
            while (buffer.hasRemaining()) {
                byte[] entry = new byte[Short.toUnsignedInt(buffer.getShort())];
                buffer.get(entry);
                entries.add(entry);
            }
            return entries;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the entry bundle is cut short", e);
        }
    }
}
