// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the hotline and an anonymous reporter write to each other (report-intake). Ids alone: the words are sealed with a
 * key of the submission and never travel. The aggregate has the submission's id.
 */
public sealed interface CorrespondenceEvent extends ReporterCareEvent {

    UUID submissionId();

    /** @param items of the submission */
    record ReporterAsked(UUID submissionId, List<UUID> items, UUID messageId, String actor, Instant at)
            implements CorrespondenceEvent {}

    /** @param items of the submission */
    record ReporterAnswered(UUID submissionId, List<UUID> items, UUID messageId, Instant at)
            implements CorrespondenceEvent {}

    /** All messages of the submission are gone for good. */
    record MessagesErased(UUID submissionId, Instant at) implements CorrespondenceEvent {}
}
