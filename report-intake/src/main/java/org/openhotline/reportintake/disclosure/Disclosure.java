// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.DisclosureEvent;
import org.openhotline.contracts.event.DisclosureEvent.DisclosureApproved;
import org.openhotline.contracts.event.DisclosureEvent.DisclosureRefused;
import org.openhotline.contracts.event.DisclosureEvent.DisclosureRequested;
import org.openhotline.contracts.event.DisclosureEvent.DisclosureUsed;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.staff.Actor;

/**
 * One request to be shown the contact of one submission.
 *
 * @param askedBy the liaison officer
 * @param consent whether the reporter agreed that police learn who they are
 * @param legalBasis what allows it without consent, sealed
 * @param reason sealed
 * @param decidedBy the senior analyst
 */
public record Disclosure(
        UUID id,
        UUID submissionId,
        DisclosureState state,
        String askedBy,
        boolean consent,
        Optional<Sealed> legalBasis,
        Sealed reason,
        Instant askedAt,
        Optional<String> decidedBy) {

    /** As it was told. */
    public static Optional<Disclosure> restored(Optional<Disclosure> present, Event event) {
        return switch ((DisclosureEvent) event) {
            case DisclosureRequested e ->
                Optional.of(new Disclosure(
                        e.disclosureId(),
                        e.submissionId(),
                        DisclosureLifecycle.TABLE.initial(),
                        e.actor(),
                        e.consent(),
                        e.legalBasis(),
                        e.reason(),
                        e.at(),
                        Optional.empty()));
            case DisclosureApproved e -> present.map(d -> d.with(DisclosureState.APPROVED, Optional.of(e.actor())));
            case DisclosureRefused e -> present.map(d -> d.with(DisclosureState.REFUSED, Optional.of(e.actor())));
            case DisclosureUsed _ -> present.map(d -> d.with(DisclosureState.USED, d.decidedBy()));
        };
    }

    static Decision<Disclosure> requested(Disclosure disclosure) {
        return Decision.of(
                disclosure,
                new DisclosureRequested(
                        disclosure.id,
                        disclosure.submissionId,
                        disclosure.askedBy,
                        disclosure.consent,
                        disclosure.legalBasis,
                        disclosure.reason,
                        disclosure.askedAt));
    }

    Decision<Disclosure> approve(Actor actor, Instant now) {
        Disclosure next = decided(DisclosureStep.APPROVE, actor);
        return Decision.of(next, new DisclosureApproved(id, submissionId, actor.id(), now));
    }

    Decision<Disclosure> refuse(Actor actor, Sealed why, Instant now) {
        Disclosure next = decided(DisclosureStep.REFUSE, actor);
        return Decision.of(next, new DisclosureRefused(id, submissionId, actor.id(), why, now));
    }

    /** The one look. */
    Decision<Disclosure> show(Actor actor, Instant now) {
        DisclosureState next = DisclosureLifecycle.TABLE.next(state, DisclosureStep.SHOW, actor);
        if (!actor.id().equals(askedBy)) {
            throw new NotAllowed("The contact is shown only to the person who asked for it.");
        }
        return Decision.of(with(next, decidedBy), new DisclosureUsed(id, submissionId, actor.id(), now));
    }

    private Disclosure decided(DisclosureStep step, Actor actor) {
        DisclosureState next = DisclosureLifecycle.TABLE.next(state, step, actor);
        if (actor.id().equals(askedBy)) {
            throw new NotAllowed("Nobody decides on their own request.");
        }
        return with(next, Optional.of(actor.id()));
    }

    private Disclosure with(DisclosureState next, Optional<String> decider) {
        return new Disclosure(id, submissionId, next, askedBy, consent, legalBasis, reason, askedAt, decider);
    }
}
