// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.submission;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.reportintake.item.Report;
import org.openhotline.reportintake.item.ReportedItem;

/**
 * Tells the items of stored submissions that they were reported, and what was added later. May run again at any point:
 * each write is idempotent.
 */
public final class RegisterItems {
    private final Submissions submissions;
    private final Aggregates<ReportedItem> items;
    private final InstantSource clock;

    public RegisterItems(Submissions submissions, Aggregates<ReportedItem> items, InstantSource clock) {
        this.submissions = submissions;
        this.items = items;
        this.clock = clock;
    }

    /** @param some where one stands twice, with an amendment, the later one is told */
    public void of(Collection<Submission> some) {
        Map<UUID, Submission> latest = new LinkedHashMap<>();
        some.forEach(submission -> latest.put(submission.id(), submission));
        tell(latest.values());
        submissions.noteItemsTold(latest.values());
    }

    /** In rounds, so that reports of the same item stay in their order. */
    private void tell(Collection<Submission> some) {
        Map<UUID, Queue<Report>> byItem = new LinkedHashMap<>();
        some.forEach(submission -> submission
                .reports()
                .forEach(report -> byItem.computeIfAbsent(report.itemId(), item -> new ArrayDeque<>())
                        .add(report)));
        while (!byItem.isEmpty()) {
            Instant now = clock.instant();
            Map<UUID, Function<Optional<ReportedItem>, Decision<ReportedItem>>> round = new LinkedHashMap<>();
            byItem.forEach((item, reports) -> {
                Report report = reports.remove();
                round.put(item, known -> ReportedItem.take(known, report, now));
            });
            items.changeAll(round);
            byItem.values().removeIf(Queue::isEmpty);
        }
    }
}
