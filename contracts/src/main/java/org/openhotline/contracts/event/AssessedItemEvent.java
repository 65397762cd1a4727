// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.item.Verdict;
import org.openhotline.contracts.sealing.Sealed;

/** What happens to an item on the analysts' desk (assessment). {@code actor} is the person's id at the identity provider. */
public sealed interface AssessedItemEvent extends Event {

    UUID itemId();

    record ItemTraced(UUID itemId, Trace trace, Instant at) implements AssessedItemEvent {}

    record ItemClaimed(UUID itemId, String actor, Instant until, Instant at) implements AssessedItemEvent {}

    /** @param expired true where the lease ran out, false where the analyst gave the item back */
    record ClaimReleased(UUID itemId, String actor, boolean expired, Instant at) implements AssessedItemEvent {}

    record ItemAssessed(
            UUID itemId, UUID assessmentId, String actor, Verdict verdict, Classification classification, Instant at)
            implements AssessedItemEvent {}

    record ReviewRequested(UUID itemId, UUID assessmentId, Instant at) implements AssessedItemEvent {}

    /** @param agrees whether the blind second decision has the same verdict */
    record ItemReviewed(
            UUID itemId,
            UUID assessmentId,
            UUID reviewId,
            String actor,
            Verdict verdict,
            Classification classification,
            boolean agrees,
            Instant at)
            implements AssessedItemEvent {}

    /** The item is illegal, finally; carries all that the takedown needs. */
    record AssessmentConfirmed(
            UUID itemId,
            UUID assessmentId,
            LocatorKind kind,
            Sealed address,
            Trace trace,
            Classification classification,
            Instant at)
            implements AssessedItemEvent {}

    record ItemFoundNotIllegal(UUID itemId, UUID assessmentId, Classification reason, Instant at)
            implements AssessedItemEvent {}

    record ItemNotAccessible(UUID itemId, UUID assessmentId, Classification reason, Instant at)
            implements AssessedItemEvent {}

    /** A decided item waits for an analyst again. @param submissionId the report that brought it back */
    record ItemReopened(UUID itemId, UUID submissionId, Instant at) implements AssessedItemEvent {}

    /** An analyst decided who deals with an item that is no page; carries all that a referral needs. */
    record ItemTriaged(
            UUID itemId, UUID triageId, String actor, TriageRoute route, LocatorKind kind, Sealed address, Instant at)
            implements AssessedItemEvent {}
}
