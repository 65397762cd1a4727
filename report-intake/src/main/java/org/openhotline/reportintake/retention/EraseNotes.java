// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openhotline.reportintake.submission.Submission;
import org.openhotline.reportintake.submission.Submissions;

/** The reporter's own words in a submission. */
public final class EraseNotes implements RetentionRule {
    private final Submissions submissions;
    private final Duration keep;

    /** @param keep how long words may stay after the submission was received */
    public EraseNotes(Submissions submissions, Duration keep) {
        this.submissions = submissions;
        this.keep = keep;
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public Duration keep() {
        return keep;
    }

    @Override
    public List<UUID> due(Instant cutoff, int limit, Set<UUID> except) {
        return submissions.withWordsReceivedBefore(cutoff, limit, except).stream()
                .map(Submission::id)
                .toList();
    }

    @Override
    public void erase(UUID submissionId, Instant now) {
        submissions.change(submissionId, stored -> stored.orElseThrow().withoutWords());
    }
}
