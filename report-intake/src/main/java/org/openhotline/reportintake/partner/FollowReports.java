// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.reportintake.item.ReportedItem;
import org.openhotline.reportintake.submission.Submission;
import org.openhotline.reportintake.submission.Submissions;

/** Tells a partner how far its own reports have come, as coarsely as any reporter is told. */
public final class FollowReports {
    public static final int MOST = 100;

    private final PartnerReports reports;
    private final Submissions submissions;
    private final Aggregates<ReportedItem> items;

    public FollowReports(PartnerReports reports, Submissions submissions, Aggregates<ReportedItem> items) {
        this.reports = reports;
        this.submissions = submissions;
        this.items = items;
    }

    /** @param statuses one for each address, in the order given */
    public record Followed(UUID submissionId, Instant receivedAt, List<CoarseStatus> statuses) {}

    public List<Followed> under(Partner partner, PartnerReference reference) {
        return reports.under(partner.account(), reference, MOST).stream()
                .flatMap(id -> submissions.find(id).stream())
                .map(this::followed)
                .toList();
    }

    private Followed followed(Submission submission) {
        return new Followed(
                submission.id(),
                submission.receivedAt(),
                submission.addresses().stream()
                        .map(address -> items.find(address.itemId())
                                .map(item -> item.statusFor(submission.receivedAt()))
                                .orElse(CoarseStatus.RECEIVED))
                        .toList());
    }
}
