// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which item an address belongs to. Knows addresses only by their blind index. */
@FunctionalInterface
public interface KnownAddresses {

    /**
     * The item of each address with one of these identities; an id is reserved for an address that is new. Two callers at
     * once get the same id. An id that is reserved and then not used does no harm.
     */
    Map<String, UUID> itemsFor(Set<String> identities);
}
