// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.witness;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.openhotline.audit.note.VerifierKey;

/**
 * Somebody who watches the log.
 *
 * @param name how we call it: lower-case letters, digits and hyphens
 * @param address the submission prefix, to which {@code /add-checkpoint} is added
 * @param keys of its cosignatures, at least one
 */
public record Witness(String name, URI address, List<VerifierKey> keys) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Witness {
        keys = List.copyOf(keys);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a witness has lower-case letters, digits and hyphens: \"" + name + "\"");
        }
        if (!address.toString().matches("https?://.*") || address.getHost() == null) {
            throw new IllegalArgumentException("the address of witness " + name + " begins with https:// and a host");
        }
        if (keys.isEmpty() || !keys.stream().allMatch(VerifierKey::isCosigner)) {
            throw new IllegalArgumentException("witness " + name + " needs the verifier key of a cosigner");
        }
    }

    URI addCheckpoint() {
        return URI.create(address.toString().replaceFirst("/$", "") + "/add-checkpoint");
    }
}
