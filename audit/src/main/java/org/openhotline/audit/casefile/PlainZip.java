// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.casefile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * Writes a ZIP in which no byte can be chosen: files in their order, not compressed, no dates, no remarks. Any program
 * opens it, and the verifier can demand exactly this spelling, so that no byte of a case file can change unseen.
 */
final class PlainZip {
    private static final int LOCAL_LENGTH = 30;
    private static final int LISTED_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final short VERSION_1_0 = 10;
    private static final int THE_1ST_OF_JANUARY_1980 = 0x00210000;

    private final OutputStream out;
    private final ByteArrayOutputStream list = new ByteArrayOutputStream();
    private int files;
    private long offset;

    PlainZip(OutputStream out) {
        this.out = out;
    }

    /** @param name of ASCII letters, digits and {@code . _ - /} */
    void add(String name, byte[] content) throws IOException {
        ByteBuffer facts = little(LOCAL_LENGTH - Integer.BYTES)
                .putShort(VERSION_1_0)
                .putInt(0)
                .putInt(THE_1ST_OF_JANUARY_1980)
                .putInt(sum(content))
                .putInt(content.length)
                .putInt(content.length)
                .putInt(name.length());
        byte[] nameBytes = name.getBytes(US_ASCII);
        write(little(LOCAL_LENGTH).putInt(0x04034b50).put(facts.array()), nameBytes, content);
        list.writeBytes(little(LISTED_LENGTH)
                .putInt(0x02014b50)
                .putShort(VERSION_1_0)
                .put(facts.array())
                .putInt(0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(Math.toIntExact(offset))
                .array());
        list.writeBytes(nameBytes);
        offset += LOCAL_LENGTH + nameBytes.length + (long) content.length;
        files++;
    }

    /** Nothing can be added afterwards; the stream stays open. */
    void finish() throws IOException {
        ByteBuffer end = little(END_LENGTH)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) files)
                .putShort((short) files)
                .putInt(list.size())
                .putInt(Math.toIntExact(offset))
                .putShort((short) 0);
        out.write(list.toByteArray());
        out.write(end.array());
    }

    private void write(ByteBuffer header, byte[] name, byte[] content) throws IOException {
        out.write(header.array());
        out.write(name);
        out.write(content);
    }

    private static int sum(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return (int) sum.getValue();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
