// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of a note key: {@code <name>+<key id>+<base64(0x01 || public key)>}. */
public final class VerifierKey {
    static final byte ED25519 = 0x01;

    /** DER of a SubjectPublicKeyInfo up to the key itself (RFC 8410, section 4). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_LENGTH = 32;
    private static final int TEXT_PARTS = 3;

    private final String name;
    private final byte[] publicKey;
    private final int id;

    VerifierKey(String name, byte[] publicKey) {
        if (!isName(name)) {
            throw new IllegalArgumentException("a key name is not empty and has no space and no plus sign");
        }
        if (publicKey.length != KEY_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
        }
        this.name = name;
        this.publicKey = publicKey.clone();
        this.id = id(name, publicKey);
    }

    /**
     * Reads a verifier key.
     *
     * @throws IllegalArgumentException unless an Ed25519 key whose id fits
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", TEXT_PARTS);
        if (parts.length != TEXT_PARTS) {
            throw new IllegalArgumentException("a verifier key has three parts");
        }
        byte[] key = Base64.getDecoder().decode(parts[2]);
        if (key.length != 1 + KEY_LENGTH || key[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 verifier key");
        }
        VerifierKey parsed = new VerifierKey(parts[0], Arrays.copyOfRange(key, 1, key.length));
        if (!parsed.text().equals(text)) {
            throw new IllegalArgumentException("the key id does not belong to this key");
        }
        return parsed;
    }

    VerifierKey named(String other) {
        return new VerifierKey(other, publicKey);
    }

    public String name() {
        return name;
    }

    public int id() {
        return id;
    }

    public String text() {
        byte[] typed =
                ByteBuffer.allocate(1 + KEY_LENGTH).put(ED25519).put(publicKey).array();
        return name + "+" + HexFormat.of().toHexDigits(id) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    boolean verifies(String text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key());
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(signature);
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

    private PublicKey key() throws GeneralSecurityException {
        byte[] der = ByteBuffer.allocate(SPKI.length + KEY_LENGTH)
                .put(SPKI)
                .put(publicKey)
                .array();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    }

    private static int id(String name, byte[] publicKey) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(name.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            sha256.update(ED25519);
            return ByteBuffer.wrap(sha256.digest(publicKey)).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
