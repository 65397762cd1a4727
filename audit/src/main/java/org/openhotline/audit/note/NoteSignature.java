// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** One signature line of a note. */
public record NoteSignature(String name, int keyId, byte[] bytes) {
    private static final String DASH = "\u2014 ";
    private static final int ID_LENGTH = 4;

    String line() {
        byte[] raw = ByteBuffer.allocate(ID_LENGTH + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(raw) + "\n";
    }

    /** @param line without its newline */
    static NoteSignature parse(String line) {
        String[] parts = line.split(" ", -1);
        if (!line.startsWith(DASH) || parts.length != 3 || !VerifierKey.isName(parts[1])) {
            throw new IllegalArgumentException("not a signature line");
        }
        byte[] raw = Base64.getDecoder().decode(parts[2]);
        if (raw.length <= ID_LENGTH) {
            throw new IllegalArgumentException("a signature line without a signature");
        }
        NoteSignature signature = new NoteSignature(
                parts[1], ByteBuffer.wrap(raw).getInt(), Arrays.copyOfRange(raw, ID_LENGTH, raw.length));
        if (!signature.line().equals(line + "\n")) {
            throw new IllegalArgumentException("not the one base64 form of a signature");
        }
        return signature;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    @Override
    public String toString() {
        return line();
    }
}
