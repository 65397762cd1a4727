// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.stack.ChildJvm;
import org.openhotline.stack.FreePort;

class BrokerTest {
    @TempDir
    private Path dir;

    @Test
    void messages_and_the_cluster_survive_kill_9_and_a_clean_stop() throws Exception {
        int port = FreePort.orAny(0);
        var args = new String[] {dir.toString(), String.valueOf(port), String.valueOf(FreePort.orAny(0))};
        String cluster;
        try (var broker = ChildJvm.start(Broker.class, "broker is up", args)) {
            cluster = clusterId(port);
            createTopic(port);
            send(port, "first");
            broker.kill();
        }
        long killed = System.nanoTime();
        try (var broker = ChildJvm.start(Broker.class, "broker is up", args)) {
            assertThat(messages(port)).containsExactly("first");
            assertThat(Duration.ofNanos(System.nanoTime() - killed))
                    .as("time from the kill to the first read")
                    .isLessThan(Duration.ofSeconds(20));
            send(port, "second");
            broker.stop();
        }
        try (var broker = ChildJvm.start(Broker.class, "broker is up", args)) {
            assertThat(messages(port)).containsExactly("first", "second");
            assertThat(clusterId(port)).isEqualTo(cluster);
            broker.stop();
        }
    }

    @Test
    void a_topic_that_nobody_made_is_not_made_by_writing_to_it() {
        try (var broker = Broker.start(dir, 0, 0);
                var producer = producer(broker.port(), 3000)) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>("misspelt", "key", "value"))
                            .get(10, TimeUnit.SECONDS))
                    .hasMessageContaining("misspelt");
            try (var admin = admin(broker.port())) {
                assertThatThrownBy(() -> admin.describeTopics(List.of("misspelt"))
                                .allTopicNames()
                                .get(10, TimeUnit.SECONDS))
                        .cause()
                        .isInstanceOf(UnknownTopicOrPartitionException.class);
            }
        }
    }

    private static Admin admin(int port) {
        return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port));
    }

    private static String clusterId(int port) throws Exception {
        try (var admin = admin(port)) {
            return admin.describeCluster().clusterId().get(20, TimeUnit.SECONDS);
        }
    }

    private static void createTopic(int port) throws Exception {
        try (var admin = admin(port)) {
            admin.createTopics(List.of(new NewTopic("facts", 1, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private static KafkaProducer<String, String> producer(int port, int maxBlock) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + port, "acks", "all", "max.block.ms", maxBlock),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void send(int port, String value) throws Exception {
        try (var producer = producer(port, 20_000)) {
            producer.send(new ProducerRecord<>("facts", "key", value)).get(20, TimeUnit.SECONDS);
        }
    }

    private static List<String> messages(int port) {
        var partition = new TopicPartition("facts", 0);
        var settings = Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + port);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition), Duration.ofSeconds(20))
                    .getOrDefault(partition, 0L);
            var values = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> values.add(message.value()));
            }
            return values;
        }
    }
}
