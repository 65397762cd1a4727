// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.Sealed;

/** What reporters tell about one address (report-intake); the same address reported again is the same item. */
public sealed interface ReportedItemEvent extends Event {

    UUID itemId();

    /**
     * @param address as reported, sealed for the item
     * @param note what was seen, sealed for item and submission
     * @param referrer where on the page, or the page that led there, sealed for item and submission
     * @param circumstances absent in events from before they were told
     */
    record ItemReported(
            UUID itemId,
            UUID submissionId,
            LocatorKind kind,
            Sealed address,
            Optional<Sealed> note,
            Optional<Sealed> referrer,
            Optional<Circumstances> circumstances,
            Instant at)
            implements ReportedItemEvent {}

    /** @param rule by which it is the same, such as {@code D1}; absent in events from before it was told */
    record ItemReportedAgain(
            UUID itemId,
            UUID submissionId,
            Optional<Sealed> note,
            Optional<Sealed> referrer,
            Optional<Circumstances> circumstances,
            Optional<String> rule,
            Instant at)
            implements ReportedItemEvent {}

    /** A reporter answered more questions; what is absent was not answered now, what is present takes its place. */
    record ItemReportAmended(
            UUID itemId,
            UUID submissionId,
            Optional<Sealed> note,
            Optional<Sealed> referrer,
            Circumstances circumstances,
            Instant at)
            implements ReportedItemEvent {}
}
