// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One or more values as bytes that sort as the values do: numbers of any type, times and texts among themselves. Two keys
 * are equal where MongoDB takes their values for equal. A key that follows another one's bytes has the other's values at
 * its beginning.
 */
final class Key implements Comparable<Key> {
    /** First byte of each kind of value; below {@link #END} of the kind. */
    private static final int NULL = 0x10;

    private static final int NUMBER = 0x20;
    private static final int TEXT = 0x30;
    private static final int TIME = 0x40;
    private static final int OTHER = 0x50;

    private static final int ESCAPED = 0xff;
    private static final int END_OF_BYTES = 0x01;

    static final Key NOTHING = new Key(new byte[0]);

    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    static Key of(Iterable<?> values) {
        var key = Unpooled.buffer();
        values.forEach(value -> append(value, key));
        return new Key(ByteBufUtil.getBytes(key));
    }

    static Key of(@Nullable Object value) {
        return NOTHING.with(value);
    }

    /** This key's values and one more. */
    Key with(@Nullable Object value) {
        var key = Unpooled.buffer().writeBytes(bytes);
        append(value, key);
        return new Key(ByteBufUtil.getBytes(key));
    }

    Key with(Key more) {
        var key = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
        System.arraycopy(more.bytes, 0, key, bytes.length, more.bytes.length);
        return new Key(key);
    }

    /** Not above any key that begins with this key's values and goes on with a value of the same kind as that one. */
    Key withKindOf(Object value) {
        var kind = of(value).bytes[0];
        return with(new Key(new byte[] {kind}));
    }

    /** The least key above all that begin with this one's bytes. */
    Key end() {
        int last = bytes.length - 1;
        while (last >= 0 && bytes[last] == (byte) 0xff) {
            last--;
        }
        if (last < 0) {
            return new Key(new byte[] {(byte) 0xff});
        }
        var next = Arrays.copyOf(bytes, last + 1);
        next[last]++;
        return new Key(next);
    }

    private static void append(@Nullable Object value, ByteBuf key) {
        switch (value) {
            case null -> key.writeByte(NULL);
            case Missing _ -> key.writeByte(NULL);
            case Number number -> appendNumber(number, key.writeByte(NUMBER));
            case String text -> appendBytes(text.getBytes(StandardCharsets.UTF_8), key.writeByte(TEXT));
            // as exact as it is stored
            case Instant time -> key.writeByte(TIME).writeLong(sortable(time.toEpochMilli()));
            default -> appendOther(new KeyValue(value).normalized().get(0), key.writeByte(OTHER));
        }
    }

    /** Whole numbers that a double cannot tell apart are told apart by what follows it. */
    private static void appendNumber(Number number, ByteBuf key) {
        double value = number.doubleValue() + 0.0; // no negative zero
        long bits = Double.doubleToLongBits(value);
        key.writeLong(sortable(bits < 0 ? ~bits ^ Long.MIN_VALUE : bits));
        key.writeLong(sortable(number instanceof Long whole ? whole : (long) value));
    }

    /** So that the bytes sort as the signed numbers do. */
    private static long sortable(long signed) {
        return signed ^ Long.MIN_VALUE;
    }

    private static void appendOther(Object value, ByteBuf key) {
        var encoded = Unpooled.buffer();
        byte type = BsonEncoder.determineType(value);
        BsonEncoder.encodeValue(type, value, encoded);
        appendBytes(ByteBufUtil.getBytes(encoded), key.writeByte(type));
    }

    /** With an end that no longer text can be mistaken for, and that sorts before it. */
    private static void appendBytes(byte[] some, ByteBuf key) {
        for (byte each : some) {
            key.writeByte(each);
            if (each == 0) {
                key.writeByte(ESCAPED);
            }
        }
        key.writeByte(0).writeByte(END_OF_BYTES);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return ByteBufUtil.hexDump(bytes);
    }
}
