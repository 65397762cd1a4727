// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.openhotline.contracts.sealing.Sealed;

/** Whether the data of a submission may be erased (report-intake). The aggregate has the submission's id. */
public sealed interface LegalHoldEvent extends ReporterCareEvent {

    UUID submissionId();

    /** Nothing of the submission may be erased until the hold is lifted. @param reason in words, sealed */
    record LegalHoldPlaced(UUID submissionId, String actor, Sealed reason, Instant at) implements LegalHoldEvent {}

    record LegalHoldLifted(UUID submissionId, String actor, Sealed reason, Instant at) implements LegalHoldEvent {}
}
