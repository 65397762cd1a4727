// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Duration;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;

/**
 * A known address was reported again. While it is open it is counted and moves ahead, and nobody has to look twice; once
 * it is decided it may come back.
 */
public final class CountAgain {
    private final AssessedItems items;
    private final Duration lookAgainAfter;

    /** @param lookAgainAfter how long a finding of "not illegal" stands, however often the address is reported */
    public CountAgain(AssessedItems items, Duration lookAgainAfter) {
        this.items = items;
        this.lookAgainAfter = lookAgainAfter;
    }

    /** @throws IllegalStateException where the first report never came, which the order of events rules out */
    public Applied on(Received<ItemReportedAgain> received) {
        ItemReportedAgain again = received.event();
        return items.apply(
                again.itemId(),
                received,
                present -> present.orElseThrow(() -> new IllegalStateException("reported again, never first"))
                        .countAgain(again, lookAgainAfter));
    }
}
