// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openhotline.local.demo.Desks;
import org.openhotline.local.demo.Person;
import org.openhotline.proving.running.CaughtNotice;
import org.openhotline.proving.running.OrdinaryHotline;
import org.openhotline.proving.running.RunningHotline;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OrdinaryHotline.class)
@Order(Order.DEFAULT + 2)
class CanaryIT {
    /** Sends the form of the page after the first to a later page: what it carries is the same on all of them. */
    private static Person.Page answer(Person reporter, Person.Page page, String step, Map<String, String> answers)
            throws Exception {
        FormElement form = (FormElement) page.document().selectFirst("main form");
        form.attr("action", "/report/" + step);
        return reporter.submit(form, answers);
    }

    private static final String HOST_LABEL = "quokkahostmark";
    private static final String PATH = "wombatpathmark";
    private static final String QUERY = "numbatquerymark";
    private static final String NOTE = "bilbynotemark";
    private static final String CONTACT = "dingocontactmark";
    private static final String ADDRESS = "http://" + HOST_LABEL + ".northwind.example/" + PATH + "?q=" + QUERY;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<Mark> MARKS = List.of(
            new Mark("host label", HOST_LABEL),
            new Mark("path", PATH),
            new Mark("query", QUERY),
            new Mark("note", NOTE),
            new Mark("contact", CONTACT));

    private RunningHotline hotline;

    @BeforeAll
    void start(RunningHotline ordinary) {
        hotline = ordinary;
    }

    @Test
    @Order(1)
    void a_marked_report_goes_the_whole_way() throws Exception {
        Person reporter = Person.anonymous();
        Person.Page form = reporter.open(hotline.publicOrigin() + "/");
        Person.Page received = reporter.submit(form.form("Send the report"), Map.of("addresses", ADDRESS));
        assertThat(received.document().select("#reference").text()).isNotBlank();
        answer(reporter, received, "where", Map.of("referrer", "behind " + NOTE));
        answer(reporter, received, "note", Map.of("note", "I noticed " + NOTE));
        Person.Page last = answer(
                reporter,
                received,
                "contact",
                Map.of("contact", CONTACT + "@example.org", "feedback", "1", "police", "1"));
        assertThat(last.status()).isEqualTo(200);
        Person.Page refused = reporter.submit(
                form.form("Send the report"), Map.of("addresses", "http://" + HOST_LABEL + "..example:99999/" + PATH));
        assertThat(refused.status()).isEqualTo(400);

        // what no browser sends: a target that the server refuses before any of our code runs
        malformedRequest("GET /?u=[" + HOST_LABEL + "] HTTP/1.1");

        Desks desks = new Desks(hotline.staffOrigin());
        Person analyst = Person.demo("analyst");
        Person liaison = Person.demo("liaison");
        await().atMost(PATIENCE).until(() -> desks.findNextIllegal(analyst));
        await().atMost(PATIENCE).until(() -> desks.releaseNext(liaison));
        CaughtNotice notice = await().atMost(PATIENCE)
                .until(this::noticeOfTheMarkedAddress, Optional::isPresent)
                .orElseThrow();
        int before = removals();
        assertThat(desks.answerRemoved(Person.anonymous(), notice.answerLink()).text())
                .contains("Thank you");
        await().atMost(PATIENCE).until(() -> removals() > before);
    }

    private Optional<CaughtNotice> noticeOfTheMarkedAddress() {
        return hotline.mailbox().notices().stream()
                .filter(notice -> notice.xarf().get("url").asString().equals(ADDRESS))
                .findAny();
    }

    private int removals() throws Exception {
        return Person.demo("auditor")
                .open(hotline.staffOrigin() + "/audit/?type=openhotline.removal.removed.v1")
                .document()
                .select("main table tbody tr")
                .size();
    }

    private void malformedRequest(String requestLine) throws IOException {
        URI origin = URI.create(hotline.publicOrigin());
        try (Socket socket = new Socket("127.0.0.1", origin.getPort())) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: " + origin.getAuthority() + "\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    @Order(2)
    void none_of_it_is_found_in_clear_anywhere() throws Exception {
        LeakHunt hunt = new LeakHunt(hotline, MARKS);
        assertThat(hunt.finds()).isEmpty();
        assertThat(hunt.files()).isGreaterThan(20);
        assertThat(hunt.documents()).isGreaterThan(20);
        assertThat(hunt.records()).isGreaterThan(10);
    }

    @Test
    @Order(3)
    void a_leak_planted_on_purpose_is_found_wherever_it_lies() throws Exception {
        Files.writeString(
                hotline.data().resolve("logs/planted.log"),
                "WARN cannot fetch HXXP://" + HOST_LABEL.toUpperCase(java.util.Locale.ROOT) + "[.]northwind[.]example");
        try (MongoClient client = MongoClients.create(hotline.store())) {
            String coded = Base64.getUrlEncoder().encodeToString(("x " + PATH + " y").getBytes(UTF_8));
            client.getDatabase("takedown").getCollection("planted").insertOne(new Document("text", coded));
        }
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", hotline.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            "access.events", "%6e%75%6d%62%61%74%71%75%65%72%79%6d%61%72%6b".getBytes(UTF_8)))
                    .get();
        }
        assertThat(new LeakHunt(hotline, MARKS).finds())
                .anyMatch(find -> find.startsWith("file logs/planted.log: host label (clear)"))
                .anyMatch(find -> find.startsWith("store takedown.planted: path (base64"))
                .anyMatch(find -> find.startsWith("topic access.events: query (percent-encoded)"));
    }
}
