// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportAmended;

/** A reporter said more about an address that is on the desk already. */
public final class AmendReport {
    private final AssessedItems items;

    public AmendReport(AssessedItems items) {
        this.items = items;
    }

    /** @throws IllegalStateException where the report never came, which the order of events rules out */
    public Applied on(Received<ItemReportAmended> received) {
        ItemReportAmended amended = received.event();
        return items.apply(
                amended.itemId(),
                received,
                present -> present.orElseThrow(() -> new IllegalStateException("amended, never reported"))
                        .amend(amended));
    }
}
