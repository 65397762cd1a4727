// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happens to one thing that somebody sent (report-intake). */
public sealed interface SubmissionEvent extends Event {

    UUID submissionId();

    /** @param channel {@code form} or {@code api}; @param language BCP 47 tag of the page or request */
    record SubmissionReceived(
            UUID submissionId, List<UUID> items, String channel, String language, boolean contactGiven, Instant at)
            implements SubmissionEvent {}

    /** The reporter's contact is gone for good: feedback given, time over, or asked for. */
    record ReporterContactErased(UUID submissionId, Instant at) implements SubmissionEvent {}
}
