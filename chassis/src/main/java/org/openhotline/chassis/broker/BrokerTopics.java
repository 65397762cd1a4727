// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.openhotline.contracts.event.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the topics where they are missing. A partition count never changes afterwards, since order by key hangs on it.
 * On a single broker every message is flushed to disk before it is acknowledged; on a cluster two replicas must have it.
 */
public final class BrokerTopics implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerTopics.class);
    private static final int PARTITIONS = 6;
    private static final Duration KEPT = Duration.ofDays(30);

    private final KafkaAdmin admin;
    private final int replicas;
    private final Collection<Topic> consumed;
    private final String group;

    public BrokerTopics(KafkaAdmin admin, int replicas, Collection<Topic> consumed, String group) {
        this.admin = admin;
        this.replicas = replicas;
        this.consumed = List.copyOf(consumed);
        this.group = group;
    }

    /** Before the bindings start; a broker that is down is met again by the relay and by the bindings' retries. */
    @Override
    public void afterSingletonsInstantiated() {
        clusterId();
    }

    /** The id of the cluster that answers, with all topics in place; empty where none answers. */
    public Optional<String> clusterId() {
        try {
            admin.createOrModifyTopics(topics());
            return Optional.ofNullable(admin.clusterId());
        } catch (RuntimeException e) {
            LOG.warn("The broker does not answer: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Where a service's group puts what it cannot apply. */
    public static String deadLetters(String topic, String group) {
        return topic + "." + group + ".dlq";
    }

    private NewTopic[] topics() {
        List<NewTopic> topics = new ArrayList<>();
        Arrays.stream(Topic.values()).forEach(topic -> topics.add(topic(topic.wireName(), PARTITIONS)));
        consumed.forEach(topic -> topics.add(topic(deadLetters(topic.wireName(), group), 1)));
        return topics.toArray(NewTopic[]::new);
    }

    private NewTopic topic(String name, int partitions) {
        Map<String, String> configs = new HashMap<>();
        configs.put("retention.ms", Long.toString(KEPT.toMillis()));
        if (replicas == 1) {
            configs.put("flush.messages", "1");
        } else {
            configs.put("min.insync.replicas", "2");
        }
        return new NewTopic(name, partitions, (short) replicas).configs(configs);
    }
}
