// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;

/** Seals and opens with one keyset of authenticated encryption. */
public final class TinkSealing implements Sealing, Opening {
    private final Aead aead;

    public TinkSealing(KeysetHandle keyset) {
        try {
            this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a keyset for sealing", e);
        }
    }

    @Override
    public Sealed seal(SealedField field, String text) {
        try {
            byte[] sealed =
                    aead.encrypt(text.getBytes(UTF_8), field.associatedData().getBytes(UTF_8));
            return new Sealed(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + field.associatedData(), e);
        }
    }

    @Override
    public String open(SealedField field, Sealed sealed) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(sealed.text());
            return new String(aead.decrypt(bytes, field.associatedData().getBytes(UTF_8)), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotOpen(field);
        }
    }
}
