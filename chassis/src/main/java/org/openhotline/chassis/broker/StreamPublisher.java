// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.broker;

import org.openhotline.chassis.cloudevents.Envelope;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.messaging.Message;

/** Sends through Spring Cloud Stream and waits for the broker's acknowledgement (producers are synchronous). */
public final class StreamPublisher {
    private final StreamBridge bridge;

    public StreamPublisher(StreamBridge bridge) {
        this.bridge = bridge;
    }

    /** @throws RuntimeException where the broker did not acknowledge */
    public void publish(Envelope envelope) {
        send(envelope.aggregate().topic().wireName(), envelope.toMessage());
    }

    public void send(String topic, Message<byte[]> message) {
        if (!bridge.send(topic, message)) {
            throw new IllegalStateException("not sent to " + topic);
        }
    }
}
