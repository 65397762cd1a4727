// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.load;

import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.proving.running.RunningHotline;
import tools.jackson.databind.json.JsonMapper;

/** A partner's long list, beside the floor of the same machine, and the heap of the service meanwhile. */
class ImportLoad {
    private static final int ROWS = Integer.getInteger("load.rows", 100_000);
    private static final int FLOOR = 3_000;
    private static final int CLIENTS = 16;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void a_long_list_beside_the_floor() throws Exception {
        try (RunningHotline hotline = RunningHotline.start(
                        folder.resolve("data"), "--only", "report-intake", "--apart", "--separate");
                MongoClient store = MongoClients.create(hotline.store());
                Floor floor = new Floor(store, hotline.bootstrapServers());
                ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
            send(hotline, 1_000); // warm
            System.out.printf("floor %.0f/s%n", floor.perSecond(CLIENTS, FLOOR));
            AtomicLong most = new AtomicLong();
            watch.scheduleAtFixedRate(() -> most.accumulateAndGet(heap(hotline), Math::max), 0, 1, TimeUnit.SECONDS);
            ProcessorTime before = ProcessorTime.of(hotline);
            long begin = System.nanoTime();
            send(hotline, ROWS);
            System.out.printf("%d rows taken: %.0f/s%n", ROWS, ROWS / Clients.seconds(begin));
            awaitPublished(store);
            System.out.printf("and all published: %.0f/s%n", ROWS / Clients.seconds(begin));
            System.out.printf("heap of report-intake at most %d MB%n", most.get() / 1_000_000);
            System.out.println(
                    "processor time of one: " + ProcessorTime.of(hotline).since(before, ROWS));
            System.out.printf("floor %.0f/s%n", floor.perSecond(CLIENTS, FLOOR));
        }
    }

    private void send(RunningHotline hotline, int rows) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(hotline.staffOrigin() + "/report-intake/api/imports"))
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer " + token(hotline))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofInputStream(() -> list(rows)))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(answer.body()).get("accepted").asInt())
                .isEqualTo(rows);
    }

    /** Rows made while they are read, each with an address of its own. */
    private static InputStream list(int rows) {
        String list = UUID.randomUUID().toString();
        return new SequenceInputStream(new Enumeration<>() {
            private int made;

            @Override
            public boolean hasMoreElements() {
                return made < rows;
            }

            @Override
            public InputStream nextElement() {
                String row = "https://host%d.example.org/%s/%d;https://example.org/;\"third row; seen today\";R-%d%n"
                        .formatted(made % 1000, list, made, made++);
                return new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private String token(RunningHotline hotline) throws Exception {
        Properties secrets = new Properties();
        try (var file = Files.newBufferedReader(hotline.data().resolve("secrets.properties"))) {
            secrets.load(file);
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(hotline.identityProvider() + "/realms/openhotline/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=partner-demo&client_secret="
                        + secrets.getProperty("partner-demo")))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    private static void awaitPublished(MongoClient store) {
        for (String collection : List.of("submissions", "items")) {
            await("that all of " + collection + " is published")
                    .atMost(Duration.ofMinutes(10))
                    .until(() -> store.getDatabase("report-intake")
                                    .getCollection(collection)
                                    .find(exists("relayShard"))
                                    .first()
                            == null);
        }
    }

    /** In bytes; of this figure alone, since others are counted in the store. */
    private long heap(RunningHotline hotline) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(hotline.metrics("report-intake") + "?includedNames=jvm_memory_used_bytes"))
                    .build();
            return http.send(request, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (Exception e) {
            return 0; // it is busy, and is asked again
        }
    }
}
