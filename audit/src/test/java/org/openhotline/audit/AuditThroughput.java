// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.verify.AuditVerifier;
import org.openhotline.chassis.cloudevents.CloudEventHeaderMapper;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.sealing.KeysetFiles;
import org.openhotline.contracts.event.RemovalEvent.HoldReleased;
import org.openhotline.stack.broker.Broker;
import org.openhotline.stack.store.Store;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.messaging.Message;

/**
 * Measures how many events per second the whole service takes from a real broker into the signed log, on an embedded
 * store that keeps its data on disk, all in this JVM. Arguments: number of events, ports of broker, controller, store.
 */
final class AuditThroughput {
    public static void main(String... arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("audit-throughput");
        try (Broker broker = Broker.start(
                        folder.resolve("kafka"), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
                Store store = Store.start(folder.resolve("store"), Integer.parseInt(arguments[3]));
                ConfigurableApplicationContext service = start(folder, broker, store)) {
            Log log = service.getBean(Log.class);
            send(broker, count / 2, 0);
            awaitSize(log, count / 2); // warm
            double cpu = cpuSeconds();
            long begun = System.nanoTime();
            send(broker, count / 2, 1_000_000);
            double sent = seconds(begun);
            awaitSize(log, count / 2 * 2);
            double done = seconds(begun);
            System.out.printf(
                    "%d events sent in %.1f s, in the signed log after %.1f s and %.1f s of processor time: %.0f/s%n",
                    count / 2, sent, done, cpuSeconds() - cpu, count / 2 / done);
            System.out.println(AuditVerifier.run(
                    List.of("log", folder.resolve("log").toString(), log.key().text())));
        }
        System.exit(0);
    }

    private static ConfigurableApplicationContext start(Path folder, Broker broker, Store store) throws Exception {
        KeysetFiles.createSealingIfAbsent(folder.resolve("case.json"));
        KeysetFiles.createIndexIfAbsent(folder.resolve("index.json"));
        Path country = folder.resolve("country.yaml");
        try (var demo = AuditThroughput.class.getResourceAsStream("/country/demo.yaml")) {
            Files.copy(Objects.requireNonNull(demo), country);
        }
        SpringApplication application = new SpringApplication(AuditApplication.class);
        application.setDefaultProperties(
                Map.of("spring.config.name", "chassis,audit", "spring.application.name", "audit"));
        return application.run(
                "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                "--spring.mongodb.uri=" + store.uri("audit"),
                "--openhotline.country=" + country,
                "--openhotline.keys.case=" + folder.resolve("case.json"),
                "--openhotline.keys.index=" + folder.resolve("index.json"),
                "--openhotline.audit.directory=" + folder.resolve("log"),
                "--openhotline.audit.key=" + folder.resolve("audit.key"),
                "--management.otlp.metrics.export.enabled=false",
                "--server.port=0");
    }

    private static void send(Broker broker, int count, int from) throws Exception {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", broker.bootstrapServers());
        properties.put("linger.ms", "5");
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            IntStream.range(from, from + count).forEach(i -> producer.send(record(new UUID(0x7000, i / 4), i % 4 + 1)));
        }
    }

    private static ProducerRecord<byte[], byte[]> record(UUID item, long sequence) {
        Envelope envelope = Envelope.of(
                UUID.randomUUID(),
                "takedown",
                item,
                sequence,
                Optional.empty(),
                new HoldReleased(item, "person-1", Instant.parse("2026-11-24T10:00:00Z")));
        Message<byte[]> message = envelope.toMessage();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("takedown.events", item.toString().getBytes(UTF_8), message.getPayload());
        new CloudEventHeaderMapper().fromHeaders(message.getHeaders(), record.headers());
        return record;
    }

    private static void awaitSize(Log log, long size) throws Exception {
        while (log.head().map(Log.Head::size).orElse(0L) < size) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
