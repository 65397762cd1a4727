// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.item.kafka;

import java.util.Set;
import org.openhotline.chassis.inbox.Subscriber;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.Topic;
import org.openhotline.reportintake.item.FollowItem;
import org.openhotline.reportintake.item.ReportedItem;
import org.springframework.stereotype.Component;

/** Hears what the desks do with an item. */
@Component
final class DeskSubscriber implements Subscriber {
    private final FollowItem followItem;

    DeskSubscriber(Aggregates<ReportedItem> items) {
        this.followItem = new FollowItem(items);
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ASSESSMENT, Topic.TAKEDOWN);
    }

    @Override
    public void on(Received<? extends Event> received) {
        followItem.on(received);
    }
}
