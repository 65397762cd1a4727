// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.InstantSource;
import java.util.List;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReported;

/** An address was reported for the first time: it comes onto the desk, and the desk learns what it is related to. */
public final class OpenItem {
    private final AssessedItems items;
    private final Relatives relatives;
    private final InstantSource clock;

    public OpenItem(AssessedItems items, Relatives relatives, InstantSource clock) {
        this.items = items;
        this.relatives = relatives;
        this.clock = clock;
    }

    public Applied on(Received<ItemReported> received) {
        ItemReported reported = received.event();
        List<Related> related = items.find(reported.itemId()).isPresent()
                ? List.of()
                : relatives.of(reported.itemId(), reported.kind(), reported.address());
        return items.apply(
                reported.itemId(),
                received,
                present -> present.map(Decision::of)
                        .orElseGet(() -> AssessedItem.open(reported, related, clock.instant())));
    }
}
