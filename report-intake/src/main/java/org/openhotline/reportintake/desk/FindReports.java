// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.sealing.BlindIndex;
import org.openhotline.reportintake.item.ReportedItem;
import org.openhotline.reportintake.reference.Reference;
import org.openhotline.reportintake.submission.References;
import org.openhotline.reportintake.submission.Submission;
import org.openhotline.reportintake.submission.Submissions;

/** Finds reports by the reference that a reporter names, by their own number or by the number of an item. */
public final class FindReports {
    public static final int MOST = 50;

    private final Submissions submissions;
    private final Aggregates<ReportedItem> items;
    private final References references;

    public FindReports(Submissions submissions, Aggregates<ReportedItem> items, BlindIndex index) {
        this.submissions = submissions;
        this.items = items;
        this.references = new References(index);
    }

    /** The latest first, at most {@value #MOST}; none where nothing has such a name. */
    public List<Submission> by(String typed) {
        Optional<Reference> reference = Reference.read(typed);
        return reference.isPresent()
                ? submissions.withReference(references.candidates(reference.get()))
                : number(typed.strip()).map(this::withNumber).orElse(List.of());
    }

    /** Those of one item, the latest first, at most {@value #MOST}; none where there is no such item. */
    public List<Submission> of(UUID item) {
        return items.find(item).map(this::of).orElse(List.of());
    }

    private List<Submission> withNumber(UUID id) {
        return submissions.find(id).map(List::of).orElseGet(() -> of(id));
    }

    private List<Submission> of(ReportedItem item) {
        List<UUID> latest = new ArrayList<>(item.latestSubmissions());
        Collections.reverse(latest);
        return latest.stream()
                .limit(MOST)
                .flatMap(id -> submissions.find(id).stream())
                .toList();
    }

    private static Optional<UUID> number(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
