// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** Who looked at what (every service). Stored before anything is shown. */
public sealed interface AccessEvent extends Event {

    UUID accessId();

    /** @param service the service that shows it; @param purpose a code such as {@code assessment} */
    record AddressRevealed(UUID accessId, UUID itemId, String actor, String service, String purpose, Instant at)
            implements AccessEvent {}
}
