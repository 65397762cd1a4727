// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.soundness;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.openhotline.audit.integrity.Integrity;
import org.openhotline.audit.log.LogDamaged;
import org.openhotline.audit.note.Checkpoint;
import org.openhotline.contracts.event.LogEvent.AuditGapDetected;

/**
 * How the log is at this moment.
 *
 * @param checkpoint the last one; empty before the log begins
 * @param signedAt when that was
 * @param verification the last one since the service started
 * @param damage why nothing is appended any more
 * @param gaps the last ones that were told, newest first
 * @param parked sources of which events wait because one before them is missing
 * @param outside how far others know the log
 */
public record Soundness(
        Optional<Checkpoint> checkpoint,
        Optional<Instant> signedAt,
        Optional<Verification> verification,
        Optional<LogDamaged> damage,
        List<AuditGapDetected> gaps,
        SortedSet<String> parked,
        Integrity outside) {

    /** Whether anything is known that a person must look at. */
    public boolean needsAPerson() {
        return damage.isPresent()
                || !parked.isEmpty()
                || !outside.contradicting().isEmpty()
                || verification.filter(Verification::isBroken).isPresent();
    }
}
