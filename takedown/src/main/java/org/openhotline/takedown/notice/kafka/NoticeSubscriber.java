// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice.kafka;

import java.util.Set;
import org.openhotline.chassis.inbox.Subscriber;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.RemovalEvent.NoticeDecided;
import org.openhotline.contracts.event.Topic;
import org.openhotline.takedown.notice.QueueNotice;
import org.springframework.stereotype.Component;

@Component
final class NoticeSubscriber implements Subscriber {
    private final QueueNotice queueing;

    NoticeSubscriber(QueueNotice queueing) {
        this.queueing = queueing;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.TAKEDOWN);
    }

    @Override
    public void on(Received<? extends Event> received) {
        if (received.event() instanceof NoticeDecided decided) {
            queueing.queue(decided, received);
        }
    }
}
