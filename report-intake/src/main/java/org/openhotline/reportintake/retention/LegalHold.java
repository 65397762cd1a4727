// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.LegalHoldEvent;
import org.openhotline.contracts.event.LegalHoldEvent.LegalHoldLifted;
import org.openhotline.contracts.event.LegalHoldEvent.LegalHoldPlaced;
import org.openhotline.contracts.sealing.Sealed;

/**
 * Whether the data of a submission may be erased; has the submission's id.
 *
 * @param actor who placed or lifted it last
 * @param reason for that, sealed with the case keyset
 */
public record LegalHold(UUID id, boolean held, String actor, Sealed reason, Instant since) {

    /** As it was told. */
    public static Optional<LegalHold> restored(Optional<LegalHold> present, Event event) {
        return Optional.of(
                switch ((LegalHoldEvent) event) {
                    case LegalHoldPlaced e -> new LegalHold(e.submissionId(), true, e.actor(), e.reason(), e.at());
                    case LegalHoldLifted e -> new LegalHold(e.submissionId(), false, e.actor(), e.reason(), e.at());
                });
    }

    static Decision<LegalHold> place(Optional<LegalHold> present, UUID id, String actor, Sealed reason, Instant now) {
        if (present.filter(LegalHold::held).isPresent()) {
            throw new Conflict("This submission is under legal hold already.");
        }
        return Decision.of(new LegalHold(id, true, actor, reason, now), new LegalHoldPlaced(id, actor, reason, now));
    }

    static Decision<LegalHold> lift(Optional<LegalHold> present, UUID id, String actor, Sealed reason, Instant now) {
        if (present.filter(LegalHold::held).isEmpty()) {
            throw new Conflict("This submission is not under legal hold.");
        }
        return Decision.of(new LegalHold(id, false, actor, reason, now), new LegalHoldLifted(id, actor, reason, now));
    }
}
