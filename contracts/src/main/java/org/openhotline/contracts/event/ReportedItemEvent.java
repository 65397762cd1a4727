// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.sealing.Sealed;

/** What reporters tell about one address (report-intake); the same address reported again is the same item. */
public sealed interface ReportedItemEvent extends Event {

    UUID itemId();

    /** @param address as reported, sealed for the item; @param note what was seen, sealed for item and submission */
    record ItemReported(
            UUID itemId, UUID submissionId, LocatorKind kind, Sealed address, Optional<Sealed> note, Instant at)
            implements ReportedItemEvent {}

    record ItemReportedAgain(UUID itemId, UUID submissionId, Optional<Sealed> note, Instant at)
            implements ReportedItemEvent {}
}
