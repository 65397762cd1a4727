// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;

/** A known address was reported again: it is counted and moves ahead, and nobody has to look twice. */
public final class CountAgain {
    private final AssessedItems items;

    public CountAgain(AssessedItems items) {
        this.items = items;
    }

    /** @throws IllegalStateException where the first report never came, which the order of events rules out */
    public Applied on(Received<ItemReportedAgain> received) {
        ItemReportedAgain again = received.event();
        return items.apply(
                again.itemId(),
                received,
                present ->
                        Decision.of(present.orElseThrow(() -> new IllegalStateException("reported again, never first"))
                                .countAgain(again)));
    }
}
