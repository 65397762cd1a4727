// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.replay.kafka;

import java.util.Optional;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.ReadEntries;
import org.openhotline.audit.replay.InOrderOfTime;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.rebuild.ReplayTopic;
import org.openhotline.contracts.event.Topic;
import org.springframework.stereotype.Component;

/** Puts every kept event on a replay's topic, with its own id and sequence; what is erased goes without its words. */
@Component
public final class Republish {
    private final ReadEntries entries;
    private final ReplayTopic topics;

    Republish(ReadEntries entries, ReplayTopic topics) {
        this.entries = entries;
        this.topics = topics;
    }

    /** @return how many events there are */
    public long to(String topic) {
        return topics.write(
                topic, events -> new InOrderOfTime(entries).forEach(entry -> events.accept(envelope(entry))));
    }

    private static Envelope envelope(Entry entry) {
        Leaf leaf = entry.leaf();
        return new Envelope(
                leaf.eventId(),
                leaf.type(),
                entry.body()
                        .map(Entry.Body::service)
                        .orElse(emitterOf(leaf.aggregate().topic())),
                leaf.aggregate(),
                leaf.aggregateId(),
                leaf.sequence(),
                leaf.time(),
                Optional.empty(),
                entry.body().map(Entry.Body::json).orElse(""));
    }

    /** Of an erased event only its topic is known; who looked at what is told by several and leads to nothing further. */
    private static String emitterOf(Topic topic) {
        return topic.wireName().replace(".events", "");
    }
}
