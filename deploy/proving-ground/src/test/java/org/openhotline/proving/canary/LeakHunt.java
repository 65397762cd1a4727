// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.openhotline.proving.running.RunningHotline;

/** Looks for marks in every place where the product keeps or tells anything. */
public final class LeakHunt {
    private static final List<String> SERVICES =
            List.of("report-intake", "assessment", "takedown", "audit", "needs-assessment");

    private final RunningHotline hotline;
    private final List<Mark> marks;
    /** What was looked through, so that a hunt that saw nothing does not pass for a clean one. */
    private long files;

    private long documents;
    private long records;

    public LeakHunt(RunningHotline hotline, List<Mark> marks) {
        this.hotline = hotline;
        this.marks = marks;
    }

    /** Every find as "where: which mark (in which form)"; empty where all is sealed. */
    public Set<String> finds() throws IOException, InterruptedException {
        Set<String> finds = new TreeSet<>();
        finds.addAll(inFiles());
        finds.addAll(inStore());
        finds.addAll(inBroker());
        finds.addAll(inMetrics());
        return finds;
    }

    long files() {
        return files;
    }

    long documents() {
        return documents;
    }

    long records() {
        return records;
    }

    private Set<String> inFiles() throws IOException {
        Set<String> finds = new TreeSet<>();
        try (Stream<Path> all = Files.walk(hotline.data())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files++;
                finds.addAll(look("file " + hotline.data().relativize(file), Files.readAllBytes(file)));
            }
        }
        return finds;
    }

    private Set<String> inStore() {
        Set<String> finds = new TreeSet<>();
        try (MongoClient client = MongoClients.create(hotline.store())) {
            for (String database : client.listDatabaseNames()) {
                for (String collection : client.getDatabase(database).listCollectionNames()) {
                    for (Document document : client.getDatabase(database)
                            .getCollection(collection)
                            .find()) {
                        documents++;
                        finds.addAll(look("store " + database + "." + collection, document.toJson()));
                    }
                }
            }
        }
        return finds;
    }

    private Set<String> inBroker() {
        Set<String> finds = new TreeSet<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", hotline.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.listTopics()
                    .values()
                    .forEach(topic -> topic.forEach(
                            partition -> partitions.add(new TopicPartition(partition.topic(), partition.partition()))));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    records++;
                    finds.addAll(look(record));
                }
            }
        }
        return finds;
    }

    private Set<String> inMetrics() throws IOException, InterruptedException {
        Set<String> finds = new TreeSet<>();
        HttpClient http = HttpClient.newHttpClient();
        for (String service : SERVICES) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(hotline.metrics(service))).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().isBlank()) {
                throw new AssertionError(service + " shows no metrics: " + answer.statusCode());
            }
            finds.addAll(look("metrics of " + service, answer.body()));
        }
        return finds;
    }

    private Set<String> look(ConsumerRecord<byte[], byte[]> record) {
        Set<String> finds = new TreeSet<>();
        String where = "topic " + record.topic();
        if (record.key() != null) {
            finds.addAll(look(where, record.key()));
        }
        if (record.value() != null) {
            finds.addAll(look(where, record.value()));
        }
        record.headers().forEach(header -> finds.addAll(look(where, header.value())));
        return finds;
    }

    private Set<String> look(String where, byte[] bytes) {
        return look(where, new String(bytes, 0, used(bytes), ISO_8859_1));
    }

    /** Without the zeros at the end: the broker's index files are megabytes of them. */
    private static int used(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return length;
    }

    private Set<String> look(String where, String text) {
        Set<String> finds = new TreeSet<>();
        marks.forEach(mark -> mark.in(text).ifPresent(find -> finds.add(where + ": " + find)));
        return finds;
    }
}
