// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The kinds of keys whose signatures stand under checkpoints (C2SP signed-note, tlog-cosignature). */
enum KeyType {
    /** Signs the text as it is. */
    ED25519(0x01, "Ed25519", "302a300506032b6570032100", 32),
    /** Signs the text and when. */
    ED25519_COSIGNER(0x04, "Ed25519", "302a300506032b6570032100", 32),
    /** Signs name, size, root and when, also against who has a quantum computer. */
    ML_DSA_COSIGNER(0x06, "ML-DSA-44", "30820532300b06096086480165030403110382052100", 1312);

    private final byte code;
    private final String algorithm;
    private final byte[] prefix;
    private final int length;

    /** @param prefix DER of a SubjectPublicKeyInfo up to the key itself (RFC 8410, RFC 9881) */
    KeyType(int code, String algorithm, String prefix, int length) {
        this.code = (byte) code;
        this.algorithm = algorithm;
        this.prefix = HexFormat.of().parseHex(prefix);
        this.length = length;
    }

    static KeyType of(byte code) {
        return Arrays.stream(values())
                .filter(type -> type.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no known kind of verifier key: type " + code));
    }

    byte code() {
        return code;
    }

    /** As the JDK names it. */
    String algorithm() {
        return algorithm;
    }

    /** Length of a public key in bytes. */
    int length() {
        return length;
    }

    boolean isCosigner() {
        return this != ED25519;
    }

    PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        byte[] der =
                ByteBuffer.allocate(prefix.length + length).put(prefix).put(key).array();
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
    }
}
