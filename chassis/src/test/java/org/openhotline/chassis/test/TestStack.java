// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openhotline.stack.broker.Broker;
import org.openhotline.stack.store.Store;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * One broker and one store for all tests of this JVM.
 *
 * @param mongo connection string without a database, ending in a slash
 */
public record TestStack(String bootstrapServers, String mongo) {
    private static final class Started {
        static final TestStack STACK = DockerClientFactory.instance().isDockerAvailable() ? containers() : embedded();
    }

    public static TestStack get() {
        return Started.STACK;
    }

    private static TestStack containers() {
        KafkaContainer kafka = new KafkaContainer("apache/kafka-native:4.2.1");
        MongoDBContainer mongo = new MongoDBContainer("mongo:8.0");
        kafka.start();
        mongo.start();
        return new TestStack(kafka.getBootstrapServers(), mongo.getConnectionString() + "/");
    }

    private static TestStack embedded() {
        Broker broker = Broker.start(temporaryFolder(), 0, 0);
        Store store = Store.inMemory(0);
        // Both end with this JVM: stopping them first would only make the services under test complain.
        return new TestStack(broker.bootstrapServers(), "mongodb://127.0.0.1:" + store.port() + "/");
    }

    static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("openhotline-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
