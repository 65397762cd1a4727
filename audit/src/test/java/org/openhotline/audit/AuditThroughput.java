// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.entry.ReadEntries;
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
 * Measures the whole service from the broker to the signed log, beside the bare floor in the same run: a consumer that only
 * reads, and files that only get the same bytes with the same number of fsyncs. Broker and store are another process.
 * Arguments: number of events, events per second of the steady part, its seconds.
 */
final class AuditThroughput {
    private static final String TOPIC = "takedown.events";
    private static final int POLL = 4096;

    public static void main(String... arguments) throws Exception {
        int count = Integer.parseInt(arguments[0]);
        int rate = Integer.parseInt(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory("audit-throughput");
        Process stack = startStack(folder);
        try (BufferedReader said = stack.inputReader()) {
            String broker = said.readLine();
            String store = said.readLine();
            ConfigurableApplicationContext service = start(folder, broker, store);
            Log log = service.getBean(Log.class);
            send(broker, 0, count / 4);
            awaitSize(log, count / 4); // warm
            service.close(); // so that the next ones wait for it

            send(broker, count / 4, count);
            double reads = read(broker, count);
            service = start(folder, broker, store);
            log = service.getBean(Log.class);
            awaitSize(log, count / 4 + 1); // the broker has let it into its group
            double cpu = cpuSeconds();
            long from = log.head().orElseThrow().size();
            long begun = System.nanoTime();
            awaitSize(log, count);
            double took = seconds(begun);
            long appended = count - from;
            System.out.printf(
                    "backlog: %,d events from the broker into the signed log in %.1f s: %,.0f/s, %.0f us of processor"
                            + " time each%n",
                    appended, took, appended / took, (cpuSeconds() - cpu) * 1e6 / appended);
            System.out.printf("floor: a consumer that only reads %,.0f/s%n", reads);
            System.out.printf("floor: the same bytes and fsyncs %,.0f/s%n", files(folder, (int) appended));
            steady(service, broker, count, rate, seconds);
            System.out.println(AuditVerifier.run(
                    List.of("log", folder.resolve("log").toString(), log.key().text())));
            System.out.println(
                    "load average " + Files.readString(Path.of("/proc/loadavg")).strip());
            service.close();
        } finally {
            stack.destroy();
        }
        System.exit(0);
    }

    /** From the acknowledgement by the broker to the signed checkpoint, at a steady rate. */
    private static void steady(ConfigurableApplicationContext service, String broker, int from, int rate, int seconds)
            throws Exception {
        Log log = service.getBean(Log.class);
        int count = rate * seconds;
        long[] sent = new long[count];
        List<long[]> signed = new ArrayList<>();
        long before = log.head().orElseThrow().size();
        Thread watcher = Thread.ofPlatform().start(() -> watch(log, before + count, signed));
        try (KafkaProducer<byte[], byte[]> producer = producer(broker)) {
            long begun = System.nanoTime();
            for (int i = 0; i < count; i++) {
                int event = i;
                LockSupport.parkNanos(begun + (long) (i * 1e9 / rate) - System.nanoTime());
                producer.send(record(from + i), (done, error) -> sent[event] = System.nanoTime());
            }
        }
        watcher.join();
        long[] waited = new long[count];
        ReadEntries entries = service.getBean(ReadEntries.class);
        entries.inOrder(before).forEach(entry -> {
            long number = number(entry) - from;
            waited[(int) number] = included(signed, entry.index()) - sent[(int) number];
        });
        Arrays.sort(waited);
        System.out.printf(
                "steady %,d/s for %d s: event to inclusion median %.0f ms, p95 %.0f ms, worst %.0f ms, %d checkpoints%n",
                rate,
                seconds,
                waited[count / 2] / 1e6,
                waited[count * 95 / 100] / 1e6,
                waited[count - 1] / 1e6,
                signed.size());
    }

    private static void watch(Log log, long until, List<long[]> signed) {
        try {
            long size = -1;
            while (size < until) {
                long now = log.head().orElseThrow().size();
                if (now != size) {
                    size = now;
                    signed.add(new long[] {size, System.nanoTime()});
                }
                LockSupport.parkNanos(2_000_000);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long included(List<long[]> signed, long index) {
        return signed.stream().filter(s -> s[0] > index).findFirst().orElseThrow()[1];
    }

    private static double read(String broker, int count) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", broker);
        properties.put("group.id", "floor");
        properties.put("auto.offset.reset", "earliest");
        properties.put("max.poll.records", POLL);
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            int read = consumer.poll(Duration.ofSeconds(10)).count();
            int first = read;
            long begun = System.nanoTime();
            while (read < count) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    read += record.value().length > 0 ? 1 : 0;
                }
                consumer.commitSync();
            }
            return (read - first) / seconds(begun);
        }
    }

    /** A batch is bodies, keys, a bundle and a tile for each 256 entries, three partial ones and a checkpoint. */
    private static double files(Path folder, int count) throws Exception {
        byte[] entry = new byte[600 + 64 + 350 + 32];
        long begun = System.nanoTime();
        for (int done = 0, file = 0; done < count; done += POLL) {
            int files = 2 + 2 * POLL / 256 + 3 + 1;
            ByteBuffer part = ByteBuffer.allocate(entry.length * POLL / files);
            for (int i = 0; i < files; i++) {
                try (FileChannel out = FileChannel.open(
                        folder.resolve("floor-" + file++), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    out.write(part.rewind());
                    out.force(true);
                }
            }
        }
        return count / seconds(begun);
    }

    private static Process startStack(Path folder) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stack.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Broker and store in a process of their own. */
    static final class Stack {
        public static void main(String... arguments) throws Exception {
            var out = System.out;
            System.setOut(System.err);
            Path folder = Path.of(arguments[0]);
            Broker broker = Broker.start(folder.resolve("kafka"), 0, 0);
            Store store = Store.start(folder.resolve("store"), 0);
            out.println(broker.bootstrapServers());
            out.println(store.uri("audit"));
            out.flush();
            Thread.sleep(Duration.ofHours(1));
        }
    }

    private static ConfigurableApplicationContext start(Path folder, String broker, String store) throws Exception {
        KeysetFiles.createSealingIfAbsent(folder.resolve("case.json"));
        KeysetFiles.createIndexIfAbsent(folder.resolve("index.json"));
        Path country = folder.resolve("country.yaml");
        try (var demo = AuditThroughput.class.getResourceAsStream("/country/demo.yaml")) {
            Files.write(country, Objects.requireNonNull(demo).readAllBytes());
        }
        SpringApplication application = new SpringApplication(AuditApplication.class);
        application.setDefaultProperties(
                Map.of("spring.config.name", "chassis,audit", "spring.application.name", "audit"));
        return application.run(
                "--spring.kafka.bootstrap-servers=" + broker,
                "--spring.mongodb.uri=" + store,
                "--openhotline.country=" + country,
                "--openhotline.keys.case=" + folder.resolve("case.json"),
                "--openhotline.keys.index=" + folder.resolve("index.json"),
                "--openhotline.client-secret=not-used",
                "--openhotline.audit.directory=" + folder.resolve("log"),
                "--openhotline.audit.key=" + folder.resolve("audit.key"),
                "--server.port=0");
    }

    private static KafkaProducer<byte[], byte[]> producer(String broker) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", broker);
        properties.put("linger.ms", "5");
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void send(String broker, int from, int to) {
        try (KafkaProducer<byte[], byte[]> producer = producer(broker)) {
            for (int i = from; i < to; i++) {
                producer.send(record(i));
            }
        }
    }

    /** Four events of each item. */
    private static ProducerRecord<byte[], byte[]> record(int number) {
        UUID item = new UUID(0x0190_0000_0000_7000L + ((long) number / 4 << 16), Long.MIN_VALUE | number / 4);
        Envelope envelope = Envelope.of(
                new UUID(0x0190_0000_0000_7000L + ((long) number << 16), Long.MIN_VALUE | number),
                "takedown",
                item,
                number % 4 + 1,
                Optional.empty(),
                new HoldReleased(item, "person-" + number % 40, Instant.parse("2026-11-24T10:00:00Z")));
        Message<byte[]> message = envelope.toMessage();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(TOPIC, item.toString().getBytes(UTF_8), message.getPayload());
        new CloudEventHeaderMapper().fromHeaders(message.getHeaders(), record.headers());
        return record;
    }

    private static long number(Entry entry) {
        return entry.leaf().eventId().getLeastSignificantBits() & Integer.MAX_VALUE;
    }

    private static void awaitSize(Log log, long size) throws Exception {
        while (log.head().map(Log.Head::size).orElse(0L) < size) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static double cpuSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
