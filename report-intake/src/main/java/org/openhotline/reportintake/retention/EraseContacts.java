// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.openhotline.reportintake.submission.Submission;
import org.openhotline.reportintake.submission.Submissions;

/** Erases reporters' contacts once the country's retention time for them is over. */
public final class EraseContacts {
    private static final int AT_ONCE = 100;

    private final Submissions submissions;
    private final Duration keep;
    private final InstantSource clock;

    /** @param keep how long a contact may stay after it was given */
    public EraseContacts(Submissions submissions, Duration keep, InstantSource clock) {
        this.submissions = submissions;
        this.keep = keep;
        this.clock = clock;
    }

    /** Erases some contacts that are due, the oldest first, and returns how many; there may be more. */
    public int sweep() {
        Instant now = clock.instant();
        List<Submission> due = submissions.withContactSince(now.minus(keep), AT_ONCE);
        due.forEach(
                s -> submissions.change(s.id(), stored -> stored.orElseThrow().withoutContact(now)));
        return due.size();
    }
}
