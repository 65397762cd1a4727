// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.item.CoarseStatus;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.item.ReportedItem;
import org.openhotline.reportintake.reference.Receipt;
import org.openhotline.reportintake.submission.References;
import org.openhotline.reportintake.submission.Submission;
import org.openhotline.reportintake.submission.Submissions;

/** Tells a reporter how far each address of the submission has come. */
public final class ReadStatus {
    private final Submissions submissions;
    private final Aggregates<ReportedItem> items;
    private final References references;

    public ReadStatus(Submissions submissions, Aggregates<ReportedItem> items, BlindIndex index) {
        this.submissions = submissions;
        this.items = items;
        this.references = new References(index);
    }

    /** One status for each address, in the order given; empty alike for an unknown reference and for a wrong secret. */
    public Optional<List<CoarseStatus>> of(Receipt receipt) {
        return submission(receipt).map(this::statuses);
    }

    /** The submission that the pair belongs to. */
    public Optional<UUID> submissionOf(Receipt receipt) {
        return submission(receipt).map(Submission::id);
    }

    private Optional<Submission> submission(Receipt receipt) {
        return submissions.withReference(references.candidates(receipt.reference())).stream()
                .filter(s -> receipt.secret().hasHash(s.secretHash()))
                .findFirst();
    }

    private List<CoarseStatus> statuses(Submission submission) {
        return submission.addresses().stream()
                .map(a -> status(a.itemId(), submission.receivedAt()))
                .toList();
    }

    /** An item may not have been told yet; its report has been received nevertheless. */
    private CoarseStatus status(UUID itemId, Instant reportedAt) {
        return items.find(itemId).map(item -> item.statusFor(reportedAt)).orElse(CoarseStatus.RECEIVED);
    }
}
