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

    /** A reporter's contact, shown once to the officer whose request was approved. */
    record ContactRevealed(
            UUID accessId, UUID submissionId, UUID disclosureId, String actor, String service, Instant at)
            implements AccessEvent {}

    /** What a reporter and the hotline wrote to each other. */
    record MessagesRevealed(UUID accessId, UUID submissionId, String actor, String service, Instant at)
            implements AccessEvent {}
}
