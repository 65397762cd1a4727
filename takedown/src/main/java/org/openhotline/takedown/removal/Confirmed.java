// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.time.Instant;
import java.util.UUID;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.sealing.Sealed;

/** What the assessment confirmed; never changes afterwards. */
public record Confirmed(
        UUID assessmentId, LocatorKind kind, Sealed address, Trace trace, Classification classification, Instant at) {

    static Confirmed by(AssessmentConfirmed event) {
        return new Confirmed(
                event.assessmentId(), event.kind(), event.address(), event.trace(), event.classification(), event.at());
    }
}
