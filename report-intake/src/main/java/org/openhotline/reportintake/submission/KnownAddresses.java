// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which item an address belongs to. Knows addresses only by their blind index. */
public interface KnownAddresses {

    /**
     * The item of the address with this identity; an id is reserved for an address that is new. Two callers at once get
     * the same id. An id that is reserved and then not used does no harm.
     */
    UUID itemFor(String identity);

    /** As {@link #itemFor} for each, with as few calls of the store as it allows. */
    default Map<String, UUID> itemsFor(Set<String> identities) {
        return identities.stream().collect(Collectors.toMap(Function.identity(), this::itemFor));
    }
}
