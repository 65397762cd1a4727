// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.InstantSource;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;

/** An address was reported for the first time: it comes onto the desk. */
public final class OpenItem {
    private final AssessedItems items;
    private final InstantSource clock;

    public OpenItem(AssessedItems items, InstantSource clock) {
        this.items = items;
        this.clock = clock;
    }

    public Applied on(Received<ItemReported> received) {
        ItemReported reported = received.event();
        return items.apply(
                reported.itemId(),
                received,
                present -> Decision.of(present.orElseGet(() -> AssessedItem.open(reported, clock.instant()))));
    }
}
