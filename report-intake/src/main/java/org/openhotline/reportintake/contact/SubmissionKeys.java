// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Opening.CannotOpen;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.reportintake.contact.StoredKeys.Purpose;

/**
 * A key for each submission and purpose (AES-256-GCM, NIST SP 800-38D, random nonces), stored wrapped by the contact
 * keyset. Erasing the one small document that holds it erases all that it sealed, in every copy and backup of the rest.
 * Decision 0063.
 */
public final class SubmissionKeys {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Sealing wrapping;
    private final Opening unwrapping;
    private final StoredKeys stored;
    private final SecureRandom random = new SecureRandom();

    /** @param wrapping of the contact keyset, never of the case keyset */
    public SubmissionKeys(Sealing wrapping, Opening unwrapping, StoredKeys stored) {
        this.wrapping = wrapping;
        this.unwrapping = unwrapping;
        this.stored = stored;
    }

    Sealed seal(UUID submissionId, Purpose purpose, SealedField field, String text, Instant now) {
        byte[] key = keyFor(submissionId, purpose, now);
        byte[] nonce = bytes(NONCE_BYTES);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, field, text.getBytes(UTF_8));
        return new Sealed(encoded(ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array()));
    }

    /** Empty where the key has been erased. */
    Optional<String> open(UUID submissionId, Purpose purpose, SealedField field, Sealed sealed) {
        return stored.find(submissionId, purpose)
                .map(wrapped -> unwrap(submissionId, purpose, wrapped))
                .map(key -> open(key, field, sealed));
    }

    void erase(UUID submissionId, Purpose purpose) {
        stored.erase(submissionId, purpose);
    }

    private static String open(byte[] key, SealedField field, Sealed sealed) {
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.text());
        if (bytes.length < NONCE_BYTES) {
            throw new CannotOpen(field);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, key, nonce, field, rest), UTF_8);
    }

    /** Mostly there is none yet, so a new one is offered at once. */
    private byte[] keyFor(UUID submissionId, Purpose purpose, Instant now) {
        Sealed wrapped = wrapping.seal(wrappedKey(submissionId, purpose), encoded(bytes(KEY_BYTES)));
        return unwrap(submissionId, purpose, stored.keep(submissionId, purpose, wrapped, now));
    }

    private byte[] unwrap(UUID submissionId, Purpose purpose, Sealed wrapped) {
        return Base64.getUrlDecoder().decode(unwrapping.open(wrappedKey(submissionId, purpose), wrapped));
    }

    private static SealedField wrappedKey(UUID submissionId, Purpose purpose) {
        return new SealedField(
                "submission", submissionId, "key." + purpose.name().toLowerCase(Locale.ROOT));
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, SealedField field, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(field.associatedData().getBytes(UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            if (mode == Cipher.DECRYPT_MODE) {
                throw new CannotOpen(field);
            }
            throw new IllegalStateException("cannot seal " + field.associatedData(), e);
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
