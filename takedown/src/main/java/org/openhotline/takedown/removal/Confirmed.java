// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.time.Instant;
import java.util.UUID;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTriaged;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.Trace;
import org.openhotline.contracts.sealing.Sealed;

/**
 * What the assessment confirmed, or what an analyst referred as intelligence; never changes afterwards.
 *
 * @param logEntry id of the event that told of the decision, and so of its entry in the audit log
 */
public record Confirmed(
        UUID assessmentId,
        UUID logEntry,
        LocatorKind kind,
        Sealed address,
        Trace trace,
        Classification classification,
        Instant at) {

    private static final Classification INTELLIGENCE = new Classification("triage", 1, "intelligence");

    static Confirmed by(ItemTriaged event, UUID logEntry) {
        return new Confirmed(
                event.triageId(),
                logEntry,
                event.kind(),
                event.address(),
                Trace.notTraceable(event.at()),
                INTELLIGENCE,
                event.at());
    }

    /** Whether nothing was found illegal: it is no page, and only the police are told. */
    public boolean isIntelligence() {
        return classification.equals(INTELLIGENCE);
    }

    static Confirmed by(AssessmentConfirmed event, UUID logEntry) {
        return new Confirmed(
                event.assessmentId(),
                logEntry,
                event.kind(),
                event.address(),
                event.trace(),
                event.classification(),
                event.at());
    }
}
