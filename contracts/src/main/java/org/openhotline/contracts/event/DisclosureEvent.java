// SPDX-License-Identifier: Apache-2.0
package org.openhotline.contracts.event;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.sealing.Sealed;

/** A request to be shown who a reporter is, which takes two people (report-intake). */
public sealed interface DisclosureEvent extends ReporterCareEvent {

    UUID disclosureId();

    UUID submissionId();

    /**
     * A liaison officer asks.
     *
     * @param consent whether the reporter agreed that police learn who they are
     * @param legalBasis the provision that allows it without consent, in words, sealed
     * @param reason in words, sealed
     */
    record DisclosureRequested(
            UUID disclosureId,
            UUID submissionId,
            String actor,
            boolean consent,
            Optional<Sealed> legalBasis,
            Sealed reason,
            Instant at)
            implements DisclosureEvent {}

    /** A second person agrees that the contact is shown, once. */
    record DisclosureApproved(UUID disclosureId, UUID submissionId, String actor, Instant at)
            implements DisclosureEvent {}

    record DisclosureRefused(UUID disclosureId, UUID submissionId, String actor, Sealed reason, Instant at)
            implements DisclosureEvent {}

    /** The contact is shown to the officer who asked; it is not shown again. */
    record DisclosureUsed(UUID disclosureId, UUID submissionId, String actor, Instant at) implements DisclosureEvent {}
}
