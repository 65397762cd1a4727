// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.load;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/** The least that a stored submission and its published event can cost: one insert and one acknowledged record. */
final class Floor implements AutoCloseable {
    private static final String NAME = "floor";
    private static final String KILOBYTE = "x".repeat(1000);

    private final MongoCollection<Document> collection;
    private final KafkaProducer<String, String> producer;

    Floor(MongoClient store, String bootstrapServers) throws Exception {
        this.collection =
                store.getDatabase(NAME).getCollection(NAME).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        Map<String, Object> servers = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(servers)) {
            admin.createTopics(List.of(new NewTopic(NAME, 6, (short) 1).configs(Map.of("flush.messages", "1"))))
                    .all()
                    .get();
        }
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "enable.idempotence", true),
                new StringSerializer(),
                new StringSerializer());
    }

    double perSecond(int clients, int count) throws Exception {
        return Clients.perSecond(clients, count, number -> {
            String id = UUID.randomUUID().toString();
            collection.insertOne(new Document("_id", id).append("text", KILOBYTE));
            producer.send(new ProducerRecord<>(NAME, id, KILOBYTE)).get();
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
