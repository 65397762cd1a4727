// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.broker;

import java.nio.file.Path;
import java.util.Properties;

/** What a single broker on a small machine needs set differently from Kafka's defaults, and why. */
record BrokerSettings(Path log, int port, int controllerPort) {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "PLAINTEXT";
    private static final int DAYS_30_IN_MINUTES = 30 * 24 * 60;

    Properties properties() {
        var all = new Properties();
        identity(all);
        singleNode(all);
        keeping(all);
        smallMachine(all);
        return all;
    }

    private void identity(Properties to) {
        to.put("process.roles", "broker,controller");
        to.put("node.id", String.valueOf(NODE));
        to.put("log.dirs", log.toString());
        to.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        to.put("listeners", "%s://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(CLIENTS, port, CONTROLLER, controllerPort));
        to.put("advertised.listeners", "%s://127.0.0.1:%d".formatted(CLIENTS, port));
        to.put("controller.listener.names", CONTROLLER);
        to.put("inter.broker.listener.name", CLIENTS);
        to.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        // A misspelt topic must be an error, and every topic's partition count is fixed when it is made.
        to.put("auto.create.topics.enable", "false");
    }

    private static void singleNode(Properties to) {
        to.put("offsets.topic.replication.factor", "1");
        to.put("offsets.topic.num.partitions", "4");
        to.put("transaction.state.log.replication.factor", "1");
        to.put("transaction.state.log.num.partitions", "4");
        to.put("transaction.state.log.min.isr", "1");
        to.put("share.coordinator.state.topic.replication.factor", "1");
        to.put("share.coordinator.state.topic.num.partitions", "1");
        to.put("share.coordinator.state.topic.min.isr", "1");
        to.put("group.initial.rebalance.delay.ms", "0");
        // After kill -9 the node must outwait its own old session before it may register: 9 s by default.
        to.put("broker.session.timeout.ms", "2000");
        to.put("broker.heartbeat.interval.ms", "500");
    }

    private static void keeping(Properties to) {
        // No replica has a copy, so each message is flushed to disk before it is acknowledged.
        to.put("log.flush.interval.messages", "1");
        to.put("log.retention.minutes", String.valueOf(DAYS_30_IN_MINUTES));
        // A group that was off for a fortnight must go on where it stopped, not start again.
        to.put("offsets.retention.minutes", String.valueOf(DAYS_30_IN_MINUTES));
        to.put("unclean.leader.election.enable", "false");
    }

    private static void smallMachine(Properties to) {
        to.put("log.cleaner.dedupe.buffer.size", "2097152");
        to.put("num.network.threads", "1");
        to.put("num.io.threads", "2");
        to.put("background.threads", "2");
        to.put("num.recovery.threads.per.data.dir", "1");
    }
}
