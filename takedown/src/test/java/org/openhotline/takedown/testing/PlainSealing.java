// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.openhotline.contracts.sealing.Opening;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;

/** Keeps the promise that a sealed text opens only for its field, without a key. */
public final class PlainSealing implements Sealing, Opening {

    @Override
    public Sealed seal(SealedField field, String text) {
        String both = field.associatedData() + "\n" + text;
        return new Sealed(Base64.getUrlEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String open(SealedField field, Sealed sealed) {
        String both = new String(Base64.getUrlDecoder().decode(sealed.text()), StandardCharsets.UTF_8);
        String prefix = field.associatedData() + "\n";
        if (!both.startsWith(prefix)) {
            throw new CannotOpen(field);
        }
        return both.substring(prefix.length());
    }
}
