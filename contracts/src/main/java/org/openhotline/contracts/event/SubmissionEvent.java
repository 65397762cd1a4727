// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.report.Circumstances;

/** What happens to one thing that somebody sent (report-intake). */
public sealed interface SubmissionEvent extends Event {

    UUID submissionId();

    /**
     * @param channel the way in, {@code form} or {@code api}
     * @param language BCP 47 tag of the page or request
     * @param circumstances absent in events from before they were told
     */
    record SubmissionReceived(
            UUID submissionId,
            List<UUID> items,
            String channel,
            String language,
            boolean contactGiven,
            Optional<Circumstances> circumstances,
            Instant at)
            implements SubmissionEvent {}

    /**
     * The reporter answered more questions.
     *
     * @param answers codes of the questions that were answered, such as {@code danger}; the words are told to the items,
     *     sealed
     * @param circumstances as they are now
     * @param contactGiven whether there is a contact now
     */
    record SubmissionAmended(
            UUID submissionId,
            List<UUID> items,
            List<String> answers,
            Circumstances circumstances,
            boolean contactGiven,
            Instant at)
            implements SubmissionEvent {}

    /** The reporter's contact is gone for good: feedback given, time over, or asked for. */
    record ReporterContactErased(UUID submissionId, Instant at) implements SubmissionEvent {}
}
