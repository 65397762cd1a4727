// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in counter mode under a key derived from the commitment's. That key is used for one body only, so the counter
 * may begin at 0; whether the body is the right one the commitment tells, so no tag is needed. Not for several threads.
 */
final class BodyCipher {
    private static final byte[] PURPOSE = "openhotline audit body".getBytes(UTF_8);
    private static final IvParameterSpec ZERO = new IvParameterSpec(new byte[16]);

    private final Mac mac;
    private final Cipher cipher;

    BodyCipher() {
        try {
            mac = Mac.getInstance("HmacSHA256");
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES and HmacSHA256", e);
        }
    }

    /** Encrypts what is plain and decrypts what is not. */
    byte[] apply(byte[] key, byte[] text) {
        try {
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(mac.doFinal(PURPOSE), "AES"), ZERO);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK refuses a key of 32 bytes", e);
        }
    }
}
