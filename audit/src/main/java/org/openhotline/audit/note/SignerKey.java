// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The secret half of a note key (Ed25519). */
public final class SignerKey implements CheckpointSigner {
    /** DER of a PrivateKeyInfo up to the seed itself (RFC 8410, section 7). */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final int SEED_LENGTH = 32;

    private final PrivateKey key;
    private final byte[] seed;
    private final VerifierKey verifier;

    /** @throws IllegalArgumentException where the two halves do not belong together */
    SignerKey(byte[] seed, VerifierKey verifier) {
        this.seed = seed.clone();
        this.key = privateKey(seed);
        this.verifier = verifier;
        if (!verifier.verifies("", signature(""))) {
            throw new IllegalArgumentException("the secret and the public key do not belong together");
        }
    }

    public static SignerKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] der = pair.getPublic().getEncoded();
            byte[] publicKey = Arrays.copyOfRange(der, der.length - SEED_LENGTH, der.length);
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return new SignerKey(seed, new VerifierKey(name, KeyType.ED25519, publicKey));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    @Override
    public VerifierKey verifier() {
        return verifier;
    }

    /** The same key for texts of another kind: with another name its signatures cannot be taken for this one's. */
    public SignerKey named(String name) {
        return new SignerKey(seed, verifier.named(name));
    }

    /**
     * Signs a text.
     *
     * @param text ends with a newline
     */
    public SignedNote sign(String text) {
        return new SignedNote(text, List.of(new NoteSignature(verifier.name(), verifier.id(), signature(text))));
    }

    @Override
    public SignedNote sign(Checkpoint checkpoint) {
        return sign(checkpoint.text());
    }

    byte[] seed() {
        return seed.clone();
    }

    private byte[] signature(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private static PrivateKey privateKey(byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes");
        }
        try {
            byte[] der = ByteBuffer.allocate(PKCS8.length + SEED_LENGTH)
                    .put(PKCS8)
                    .put(seed)
                    .array();
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
