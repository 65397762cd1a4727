// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;

/** The secret half of a key that cosigns checkpoints with ML-DSA-44 (FIPS 204). */
public final class CosignerKey {
    private final PrivateKey key;
    private final VerifierKey verifier;

    /** @throws IllegalArgumentException where the two halves do not belong together */
    private CosignerKey(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
        byte[] nothing = new byte[0];
        if (!verifier.verifies(nothing, signature(nothing))) {
            throw new IllegalArgumentException("the secret and the public key do not belong together");
        }
    }

    public static CosignerKey generate(String name) {
        KeyType type = KeyType.ML_DSA_COSIGNER;
        try {
            KeyPair pair = KeyPairGenerator.getInstance(type.algorithm()).generateKeyPair();
            byte[] der = pair.getPublic().getEncoded();
            byte[] publicKey = Arrays.copyOfRange(der, der.length - type.length(), der.length);
            return new CosignerKey(pair.getPrivate(), new VerifierKey(name, type, publicKey));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a JDK from 24 on has ML-DSA", e);
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** @param now goes into the signature, in whole seconds */
    public NoteSignature cosign(Checkpoint checkpoint, Instant now) {
        long time = now.getEpochSecond();
        byte[] signature = signature(Cosignature.message(verifier, time, checkpoint.text()));
        return new NoteSignature(verifier.name(), verifier.id(), new Cosignature(time, signature).bytes());
    }

    /** @param pkcs8 as {@link #secret} */
    static CosignerKey of(byte[] pkcs8, VerifierKey verifier) {
        try {
            KeyFactory keys = KeyFactory.getInstance(KeyType.ML_DSA_COSIGNER.algorithm());
            return new CosignerKey(keys.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)), verifier);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not the secret of an ML-DSA-44 key", e);
        }
    }

    /** PKCS#8. */
    byte[] secret() {
        return key.getEncoded();
    }

    private byte[] signature(byte[] message) {
        try {
            Signature mlDsa = Signature.getInstance(KeyType.ML_DSA_COSIGNER.algorithm());
            mlDsa.initSign(key);
            mlDsa.update(message);
            return mlDsa.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }
}
