// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.kafka;

import java.util.Set;
import org.openhotline.audit.entry.RecordEvent;
import org.openhotline.audit.log.TellOfTheLog;
import org.openhotline.chassis.cloudevents.EventJson;
import org.openhotline.chassis.inbox.Subscriber;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.Topic;
import org.springframework.stereotype.Component;

/** Takes in every event of every topic, this service's own included. */
@Component
final class EventRecorder implements Subscriber {
    private final RecordEvent record;
    private final TellOfTheLog tell;

    EventRecorder(RecordEvent record, TellOfTheLog tell) {
        this.record = record;
        this.tell = tell;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.values());
    }

    @Override
    public void on(Received<? extends Event> received) {
        on(received, EventJson.write(received.event()));
    }

    @Override
    public void on(Received<? extends Event> received, String json) {
        record.record(received, json);
    }

    @Override
    public void missing(String source, long expected, long found) {
        tell.gap(source, expected, found);
    }
}
