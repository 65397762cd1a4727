// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.load;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What the consumers have still to read.
 *
 * @param read the partitions of each group, as they are while its consumer runs; where it has committed nothing yet,
 *     it has read nothing
 */
record Backlog(String bootstrapServers, Map<String, Set<TopicPartition>> read) {
    /** Of all groups whose consumers run now. */
    static Backlog of(String bootstrapServers) throws Exception {
        try (Admin admin = admin(bootstrapServers)) {
            Set<String> groups = admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .collect(toSet());
            Map<String, Set<TopicPartition>> read = admin.describeConsumerGroups(groups).all().get().values().stream()
                    .collect(Collectors.groupingBy(
                            group -> group.groupId(),
                            flatMapping(
                                    group -> group.members().stream()
                                            .flatMap(member -> member.assignment().topicPartitions().stream()),
                                    toSet())));
            assertThat(read)
                    .isNotEmpty()
                    .allSatisfy((_, partitions) -> assertThat(partitions).isNotEmpty());
            return new Backlog(bootstrapServers, read);
        }
    }

    void awaitNone(Duration patience) {
        try (Admin admin = admin(bootstrapServers)) {
            await("that everything is read").atMost(patience).until(() -> unread(admin) == 0);
        }
    }

    private long unread(Admin admin) throws Exception {
        long unread = 0;
        for (var group : read.entrySet()) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group.getKey())
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(
                            group.getValue().stream().collect(toMap(partition -> partition, _ -> OffsetSpec.latest())))
                    .all()
                    .get();
            for (var end : ends.entrySet()) {
                OffsetAndMetadata done = committed.get(end.getKey());
                unread += end.getValue().offset() - (done == null ? 0 : done.offset());
            }
        }
        return unread;
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }
}
