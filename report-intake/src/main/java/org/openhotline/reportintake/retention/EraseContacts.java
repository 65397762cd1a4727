// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openhotline.reportintake.contact.EraseContact;
import org.openhotline.reportintake.submission.Submission;
import org.openhotline.reportintake.submission.Submissions;

/** How a reporter can be reached. */
public final class EraseContacts implements RetentionRule {
    private final Submissions submissions;
    private final EraseContact eraseContact;
    private final Duration keep;

    /** @param keep how long a contact may stay after it was given */
    public EraseContacts(Submissions submissions, EraseContact eraseContact, Duration keep) {
        this.submissions = submissions;
        this.eraseContact = eraseContact;
        this.keep = keep;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public Duration keep() {
        return keep;
    }

    @Override
    public List<UUID> due(Instant cutoff, int limit, Set<UUID> except) {
        return submissions.withContactSince(cutoff, limit, except).stream()
                .map(Submission::id)
                .toList();
    }

    /** The key first: a stop between the two leaves nothing that could be read, and the next run does the rest. */
    @Override
    public void erase(UUID submissionId, Instant now) {
        eraseContact.erase(submissionId);
        submissions.change(submissionId, stored -> stored.orElseThrow().withoutContact(now));
    }
}
