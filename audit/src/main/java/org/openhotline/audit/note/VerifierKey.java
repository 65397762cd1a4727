// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The public half of a note key: {@code <name>+<key id>+<base64(type || public key)>}. */
public final class VerifierKey {
    private static final int TEXT_PARTS = 3;

    private final String name;
    private final KeyType type;
    private final byte[] publicKey;
    private final int id;

    VerifierKey(String name, KeyType type, byte[] publicKey) {
        if (!isName(name)) {
            throw new IllegalArgumentException("a key name is not empty and has no space and no plus sign");
        }
        if (publicKey.length != type.length()) {
            throw new IllegalArgumentException("an " + type.algorithm() + " key has " + type.length() + " bytes");
        }
        this.name = name;
        this.type = type;
        this.publicKey = publicKey.clone();
        this.id = id(name, typed());
    }

    /**
     * Reads a verifier key.
     *
     * @throws IllegalArgumentException unless of a known kind, and with the id that belongs to it
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", TEXT_PARTS);
        if (parts.length != TEXT_PARTS) {
            throw new IllegalArgumentException("a verifier key has three parts");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length == 0) {
            throw new IllegalArgumentException("a verifier key without a key");
        }
        VerifierKey parsed =
                new VerifierKey(parts[0], KeyType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!parsed.text().equals(text)) {
            throw new IllegalArgumentException("the key id does not belong to this key");
        }
        return parsed;
    }

    VerifierKey named(String other) {
        return new VerifierKey(other, type, publicKey);
    }

    public String name() {
        return name;
    }

    public int id() {
        return id;
    }

    /** Whether its signatures are cosignatures, which say when they were made. */
    public boolean isCosigner() {
        return type.isCosigner();
    }

    public String text() {
        return name + "+" + HexFormat.of().toHexDigits(id) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /** When a cosignature says that it was made, in whole seconds; empty for another's and for one that says nothing. */
    public Optional<Instant> timeOf(NoteSignature signature) {
        return isCosigner() && isOf(signature)
                ? Cosignature.parse(signature.bytes())
                        .filter(cosignature -> cosignature.time() > 0)
                        .map(cosignature -> Instant.ofEpochSecond(cosignature.time()))
                : Optional.empty();
    }

    /** Whether the line says to be of this key. */
    boolean isOf(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id;
    }

    KeyType type() {
        return type;
    }

    boolean verifies(String text, byte[] signature) {
        if (!isCosigner()) {
            return verifies(text.getBytes(StandardCharsets.UTF_8), signature);
        }
        try {
            return Cosignature.parse(signature)
                    .filter(c -> verifies(Cosignature.message(this, c.time(), text), c.signature()))
                    .isPresent();
        } catch (IllegalArgumentException e) {
            // What is no checkpoint has no cosignature.
            return false;
        }
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(type.algorithm());
            check.initVerify(type.publicKey(publicKey));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature of another length and a key that is no point on the curve verify nothing.
            return false;
        }
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || c < ' ' || isSpace(c));
    }

    private static boolean isSpace(int codePoint) {
        return Character.isSpaceChar(codePoint) || Character.isWhitespace(codePoint) || codePoint == 0x85;
    }

    private byte[] typed() {
        return ByteBuffer.allocate(1 + publicKey.length)
                .put(type.code())
                .put(publicKey)
                .array();
    }

    private static int id(String name, byte[] typed) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(name.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            return ByteBuffer.wrap(sha256.digest(typed)).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
