// SPDX-License-Identifier: Apache-2.0
package org.openhotline.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.openhotline.contracts.event.Topic;

/** Waits until a consumer group has told the broker that it has everything. */
final class CatchUp {
    private static final long LOOK_MS = 200;

    private final String bootstrapServers;

    CatchUp(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** @throws IllegalStateException where it does not come to an end in time */
    void await(String group, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            long behind = behind(admin, group);
            while (behind > 0) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(group + " is still " + behind + " events behind");
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MS);
                behind = behind(admin, group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not answer", e);
        }
    }

    /** What audit tells of itself never ends and is left out. */
    private static long behind(Admin admin, String group) throws InterruptedException, ExecutionException {
        List<TopicPartition> partitions = new ArrayList<>();
        List<String> topics = Stream.of(Topic.values())
                .filter(t -> t != Topic.AUDIT)
                .map(Topic::wireName)
                .toList();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition -> partitions.add(new TopicPartition(name, partition.partition()))));
        long there = 0;
        for (var end : admin.listOffsets(partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                .all()
                .get()
                .values()) {
            there += end.offset();
        }
        var done = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        long heard = partitions.stream()
                .flatMap(partition -> Optional.ofNullable(done.get(partition)).stream())
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
        return there - heard;
    }
}
