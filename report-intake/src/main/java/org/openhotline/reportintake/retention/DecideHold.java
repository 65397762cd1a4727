// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.sealing.SealedField;
import org.openhotline.contracts.sealing.Sealing;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.openhotline.reportintake.submission.Submissions;

/** Places and lifts legal holds, each with a reason. */
public final class DecideHold {
    static final int LONGEST_REASON = 1000;

    private final LegalHolds holds;
    private final Submissions submissions;
    private final Sealing sealing;
    private final InstantSource clock;

    public DecideHold(LegalHolds holds, Submissions submissions, Sealing sealing, InstantSource clock) {
        this.holds = holds;
        this.submissions = submissions;
        this.sealing = sealing;
        this.clock = clock;
    }

    public LegalHold place(UUID submissionId, String reason, Actor actor) {
        Sealed sealed = checked(submissionId, reason, actor);
        return holds.change(
                submissionId, present -> LegalHold.place(present, submissionId, actor.id(), sealed, clock.instant()));
    }

    public LegalHold lift(UUID submissionId, String reason, Actor actor) {
        Sealed sealed = checked(submissionId, reason, actor);
        return holds.change(
                submissionId, present -> LegalHold.lift(present, submissionId, actor.id(), sealed, clock.instant()));
    }

    private Sealed checked(UUID submissionId, String reason, Actor actor) {
        if (!actor.isOneOf(Role.SENIOR_ANALYST, Role.LIAISON_OFFICER)) {
            throw new NotAllowed("Legal holds are for senior analysts and liaison officers.");
        }
        if (submissions.find(submissionId).isEmpty()) {
            throw new NotFound("There is no such submission.");
        }
        String words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "A reason is needed.", "1 to " + LONGEST_REASON + " characters");
        }
        return sealing.seal(new SealedField("submission", submissionId, "hold-reason"), words);
    }
}
