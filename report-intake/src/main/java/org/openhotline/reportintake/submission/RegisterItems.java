// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.InstantSource;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.reportintake.item.ReportedItem;

/** Tells the items of a stored submission that they were reported, and what was added later. May run again at any point: each write is idempotent. */
public final class RegisterItems {
    private final Submissions submissions;
    private final Aggregates<ReportedItem> items;
    private final InstantSource clock;

    public RegisterItems(Submissions submissions, Aggregates<ReportedItem> items, InstantSource clock) {
        this.submissions = submissions;
        this.items = items;
        this.clock = clock;
    }

    void of(Submission submission) {
        submission
                .reports()
                .forEach(report ->
                        items.change(report.itemId(), item -> ReportedItem.take(item, report, clock.instant())));
        submissions.change(submission.id(), stored -> stored.orElseThrow().withItemsTold(submission));
    }
}
