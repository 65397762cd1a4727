// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openhotline.contracts.sealing.BlindIndex;

/** HMAC-SHA-256 under every live key; a value reads {@code <key number>.<base64url of 32 bytes>}. */
public final class TinkBlindIndex implements BlindIndex {
    private static final int BYTES = 32;
    private final Map<Integer, Prf> prfs;
    private final int primary;

    public TinkBlindIndex(KeysetHandle keyset) {
        try {
            PrfSet set = keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
            this.prfs = Map.copyOf(set.getPrfs());
            this.primary = set.getPrimaryId();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a keyset for a blind index", e);
        }
    }

    @Override
    public String of(String text) {
        return value(primary, text);
    }

    @Override
    public List<String> candidates(String text) {
        return prfs.keySet().stream().sorted().map(id -> value(id, text)).toList();
    }

    private String value(int keyId, String text) {
        try {
            byte[] mac = Objects.requireNonNull(prfs.get(keyId)).compute(text.getBytes(UTF_8), BYTES);
            return Integer.toUnsignedString(keyId) + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot compute a blind index value", e);
        }
    }
}
