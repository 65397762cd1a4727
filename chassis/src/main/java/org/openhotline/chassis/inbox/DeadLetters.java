// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.inbox;

import org.openhotline.chassis.broker.BrokerTopics;
import org.openhotline.chassis.broker.StreamPublisher;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** Puts what cannot be applied on this group's dead-letter topic, with the class of the problem but never its text. */
public final class DeadLetters {
    private final StreamPublisher publisher;
    private final String group;

    /** @param group of the service that cannot apply them */
    public DeadLetters(StreamPublisher publisher, String group) {
        this.publisher = publisher;
        this.group = group;
    }

    void send(Message<byte[]> message, RuntimeException problem) {
        Object topic = message.getHeaders().get(KafkaHeaders.RECEIVED_TOPIC);
        send(topic == null ? "unknown" : topic.toString(), message, problem);
    }

    public void send(String topic, Message<byte[]> message, RuntimeException problem) {
        publisher.send(
                BrokerTopics.deadLetters(topic, group),
                MessageBuilder.fromMessage(message)
                        .setHeader("x-original-topic", topic)
                        .setHeader("x-exception", problem.getClass().getName())
                        .build());
    }
}
