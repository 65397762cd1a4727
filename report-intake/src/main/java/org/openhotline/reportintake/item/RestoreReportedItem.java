// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhotline.contracts.aggregate.Restoring;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.ReportedItemEvent;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportAmended;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;

/**
 * An item made again from what was told of it. Its status comes from the desks, whose events are replayed, too. Not told are
 * the spellings that were sent, so that the next report in an old spelling counts as another spelling, once.
 */
public final class RestoreReportedItem implements Restoring<ReportedItem> {
    /** Makes the address known again as that of its item. */
    @FunctionalInterface
    public interface Known {
        void as(ItemReported item);
    }

    private final Known known;

    public RestoreReportedItem(Known known) {
        this.known = known;
    }

    @Override
    public Optional<ReportedItem> after(Optional<ReportedItem> present, Event event) {
        return switch ((ReportedItemEvent) event) {
            case ItemReported e -> {
                known.as(e);
                yield Optional.of(first(e));
            }
            case ItemReportedAgain e -> present.map(item -> item.toldAgain(e.submissionId()));
            case ItemReportAmended e -> present.map(item -> item.toldMore(e.submissionId()));
        };
    }

    private static ReportedItem first(ItemReported event) {
        return new ReportedItem(
                event.itemId(),
                event.kind(),
                CoarseLifecycle.TABLE.initial(),
                1,
                List.of(event.submissionId()),
                List.of(),
                event.at(),
                event.at(),
                Map.of());
    }
}
