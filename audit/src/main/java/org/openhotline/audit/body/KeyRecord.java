// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.body;

import java.nio.ByteBuffer;

/**
 * What the file of keys holds of one entry.
 *
 * @param offset where the body begins in the file of bodies, {@code length} how many bytes it has there
 * @param key of the commitment and, derived, of the encryption; zeros once erased
 */
record KeyRecord(State state, int length, long offset, byte[] key) {
    /** A divisor of the sector's, so that no record is ever written by half. */
    static final int LENGTH = 64;

    private static final int KEY_LENGTH = 32;
    private static final int PADDING = LENGTH - 16 - KEY_LENGTH;

    /** The place in the enumeration is what stands in the file. */
    enum State {
        /** Never written. */
        NONE,
        KEPT,
        ERASED
    }

    static KeyRecord read(ByteBuffer buffer) {
        int state = buffer.getInt();
        int length = buffer.getInt();
        long offset = buffer.getLong();
        byte[] key = new byte[KEY_LENGTH];
        buffer.get(key).position(buffer.position() + PADDING);
        return new KeyRecord(state < State.values().length ? State.values()[state] : State.NONE, length, offset, key);
    }

    void write(ByteBuffer buffer) {
        buffer.putInt(state.ordinal()).putInt(length).putLong(offset).put(key).put(new byte[PADDING]);
    }

    long end() {
        return offset + length;
    }

    /** The place of the body stays, so that it can be overwritten again. */
    KeyRecord erased() {
        return new KeyRecord(State.ERASED, length, offset, new byte[KEY_LENGTH]);
    }
}
