// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures.kafka;

import java.util.Set;
import org.openhotline.chassis.inbox.Subscriber;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.Topic;
import org.openhotline.needs.figures.LearnFromEvent;
import org.springframework.stereotype.Component;

@Component
final class FactsSubscriber implements Subscriber {
    private final LearnFromEvent learning;

    FactsSubscriber(LearnFromEvent learning) {
        this.learning = learning;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REPORT_INTAKE, Topic.ASSESSMENT, Topic.TAKEDOWN);
    }

    @Override
    public void on(Received<? extends Event> received) {
        learning.learn(received);
    }
}
