// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhotline.local.demo.Person;
import org.openhotline.proving.canary.LeakHunt;
import org.openhotline.proving.canary.Mark;
import org.openhotline.proving.faults.Reporters;
import org.openhotline.proving.running.Books;
import org.openhotline.proving.running.Books.Intake;
import org.openhotline.proving.running.RunningHotline;
import org.openhotline.proving.trouble.Sender.Answer;
import org.openhotline.proving.trouble.Sender.Body;

/** On the running product, through the origins that people use. One product for both halves, since it starts slowly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class TroubleIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MARK = "pademelonmark";

    private RunningHotline hotline;
    private Books books;
    private Sender sender;
    private int good;

    @BeforeAll
    void start(@TempDir Path folder) {
        hotline = RunningHotline.start(folder.resolve("data"), "--apart");
        books = new Books(hotline, PATIENCE);
        sender = new Sender(hotline.publicOrigin());
    }

    @AfterAll
    void stop() {
        // both are absent where the start failed, which is what has to be read then
        if (books != null) {
            books.close();
        }
        if (hotline != null) {
            hotline.close();
        }
    }

    private Map<String, String> goodForm() {
        good++;
        return Map.of("addresses", "http://good.northwind.example/" + UUID.randomUUID());
    }

    private Body goodCall() {
        return Body.json(Map.of("addresses", List.of(goodForm().get("addresses"))));
    }

    @Nested
    @Order(1)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class BadInput {
        private TemporaryFiles temporary;

        @BeforeAll
        void watch() throws IOException {
            assertThat(hotline.data().resolve("tmp"))
                    .as("where the services put temporary files")
                    .isDirectoryContaining(file -> file.getFileName().toString().startsWith("tomcat."));
            temporary = new TemporaryFiles(hotline.data().resolve("tmp"));
        }

        @AfterAll
        void stopWatching() throws IOException {
            temporary.close();
        }

        static Stream<Arguments> badFields() {
            String marked = "http://" + MARK + ".northwind.example/";
            List<String> many =
                    IntStream.range(0, 10_000).mapToObj(i -> marked + i).toList();
            return Stream.of(
                    arguments(
                            "not an address",
                            List.of("I saw " + MARK),
                            "",
                            "addresses[0]",
                            "Nous ne reconnaissons pas"),
                    arguments("10,000 addresses", many, "", "addresses", "C’est trop d’adresses"),
                    arguments("a megabyte", List.of(marked), MARK.repeat(80_000), "note", "trop longue"),
                    arguments(
                            "control in an address",
                            List.of(marked + "\u0007"),
                            "",
                            "addresses[0]",
                            "caractères de contrôle"),
                    arguments(
                            "control in the words", List.of(marked), MARK + "\u0000", "note", "caractères de contrôle"),
                    arguments(
                            "an address of 100 kB",
                            List.of(marked + "a".repeat(100_000)),
                            "",
                            "addresses[0]",
                            "trop longue"),
                    arguments(
                            "a second one that is none",
                            List.of(marked, "ftp://" + MARK + ".example/"),
                            "",
                            "addresses[1]",
                            "Adresse 2"));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("badFields")
        @Order(1)
        void the_call_names_the_field(String what, List<String> addresses, String note, String field, String french)
                throws Exception {
            Body body = Body.json(Map.of("addresses", addresses, "note", note));
            for (Body each : List.of(body, body.chunked())) {
                refusedCall(each, 400, "invalid-input", field);
            }
        }

        /** The first page asks for addresses alone; words belong to a later one, when the report is accepted already. */
        static Stream<Arguments> badAddresses() {
            return badFields().filter(row -> row.get()[3].toString().startsWith("addresses"));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("badAddresses")
        @Order(2)
        void the_page_says_it_at_the_field_in_its_language(
                String what, List<String> addresses, String note, String field, String french) throws Exception {
            String typed = String.join("\n", addresses);
            Body body = Body.form(Map.of("addresses", typed));
            for (Body each : List.of(body, body.chunked())) {
                Document page = refusedForm(each, 400);
                assertThat(page.select(".field:has(#addresses) .error").text()).contains(french);
                assertThat(page.selectFirst("#addresses").attr("aria-invalid")).isEqualTo("true");
                assertThat(page.select(".error-summary a[href=#addresses]")).hasSize(1);
                assertThat(page.selectFirst("#addresses").wholeText()).hasSameSizeAs(typed);
            }
        }

        @Test
        @Order(3)
        void an_unknown_kind_of_locator_is_named() throws Exception {
            refusedCall(
                    Body.json(Map.of(
                            "addresses",
                            List.of(Map.of("address", "http://" + MARK + ".example/", "kind", "carrier-pigeon")))),
                    400,
                    "invalid-input",
                    "addresses[0].kind");
            Document page = refusedForm(Body.form(Map.of("addresses", "carrier-pigeon:" + MARK)), 400);
            assertThat(page.select("#addresses-error-0").text()).contains("Nous ne reconnaissons pas");
        }

        static Stream<Body> files() {
            String picture = "\u0089PNG" + MARK.repeat(20_000);
            String parts =
                    "--x\r\nContent-Disposition: form-data; name=\"addresses\"\r\n\r\nhttp://file.northwind.example/\r\n"
                            + "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.png\"\r\n"
                            + "Content-Type: image/png\r\n\r\n" + picture + "\r\n--x--\r\n";
            return Stream.of(
                            Body.of("multipart/form-data; boundary=x", parts),
                            Body.of("image/png", picture),
                            Body.of("application/octet-stream", picture))
                    .flatMap(body -> Stream.of(body, body.chunked()));
        }

        @ParameterizedTest
        @MethodSource("files")
        @Order(4)
        void a_file_is_refused_as_one(Body file) throws Exception {
            refusedCall(file, 415, "files-refused", "");
            assertThat(refusedForm(file, 415).text()).contains("Les fichiers ne sont jamais acceptés");
        }

        @Test
        @Order(5)
        void more_than_any_report_can_be_is_refused_as_too_much() throws Exception {
            Body json = Body.json(Map.of("note", MARK.repeat(400_000)));
            Body form = Body.form(Map.of("note", MARK.repeat(400_000)));
            for (boolean chunked : List.of(false, true)) {
                refusedCall(chunked ? json.chunked() : json, 413, "too-large", "");
                assertThat(refusedForm(chunked ? form.chunked() : form, 413).text())
                        .contains("trop de texte");
            }
        }

        @Test
        @Order(6)
        void nothing_of_it_is_stored_or_published_or_was_ever_on_disk() throws Exception {
            books.awaitEverythingPublished();
            assertThat(books.intake()).isEqualTo(new Intake(good, good, good));
            assertThat(books.published("report-intake", "openhotline.submission.received.v1"))
                    .isEqualTo(good);
            assertThat(books.published("report-intake", "openhotline.reported-item.reported.v1"))
                    .isEqualTo(good);
            books.awaitQueue(good, good);

            LeakHunt hunt = new LeakHunt(hotline, List.of(new Mark("bad input", MARK)));
            assertThat(hunt.finds()).isEmpty();

            Files.createFile(hotline.data().resolve("tmp/seen"));
            await().atMost(PATIENCE).until(() -> temporary.made().contains("seen"));
            assertThat(temporary.made()).containsExactly("seen");
        }

        private void refusedCall(Body body, int status, String problem, String field) throws Exception {
            Intake before = books.intake();
            Answer answer = sender.toApi(body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.type()).isEqualTo("application/problem+json");
            assertThat(answer.json().path("type").asString()).isEqualTo("urn:openhotline:problem:" + problem);
            assertThat(answer.json().path("status").asInt()).isEqualTo(status);
            assertThat(answer.json().path("detail").asString()).contains("Nothing was stored");
            assertThat(answer.json().at("/errors/0/field").asString("")).isEqualTo(field);
            assertThat(answer.body()).doesNotContain(MARK);
            assertThat(books.intake()).isEqualTo(before);

            assertThat(sender.toApi(goodCall()).status()).isEqualTo(201);
            itIsOneMoreThan(before);
        }

        private Document refusedForm(Body body, int status) throws Exception {
            Intake before = books.intake();
            Answer answer = sender.toForm(body);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.type()).startsWith("text/html");
            Document page = answer.page();
            assertThat(page.select("html").attr("lang")).isEqualTo("fr");
            assertThat(answer.reference()).isEmpty();
            assertThat(books.intake()).isEqualTo(before);

            assertThat(sender.toForm(Body.form(goodForm())).reference()).isNotBlank();
            itIsOneMoreThan(before);
            return page;
        }

        /** The items are told right after the submission is stored, and by the sweep where that did not work. */
        private void itIsOneMoreThan(Intake before) {
            await().atMost(PATIENCE).until(() -> books.intake().equals(before.plus(1)));
        }
    }

    @Nested
    @Order(2)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class Outages {
        private static final int REPORTS = 30;
        private static final int ADDRESSES = 27;

        private final Person analyst = Person.demo("analyst");
        private int rounds;

        @BeforeAll
        void logIn() throws Exception {
            assertThat(analyst.open(desk()).status()).isEqualTo(200);
        }

        @Test
        @Order(1)
        void a_log_in_that_hangs_is_told_in_words_and_concerns_nobody_who_reports() throws Exception {
            Person newcomer = Person.demo("officer");
            try (Stopped keycloak = Stopped.part(hotline, "keycloak")) {
                theLogInIsSaidNotToAnswer(newcomer);
                assertThat(analyst.open(desk()).status())
                        .as("whoever is logged in")
                        .isEqualTo(200);
                everybodyCanReport();
            }
            await("that a log-in works again").atMost(PATIENCE).untilAsserted(() -> {
                Person.Page desk = newcomer.open(hotline.staffOrigin() + "/takedown/");
                assertThat(desk.status()).as(desk.text()).isEqualTo(200);
            });
            assertThat(hotline.everyProcessLives()).isTrue();
        }

        @Test
        @Order(2)
        void a_log_in_that_died_is_told_in_words_and_concerns_nobody_who_reports() throws Exception {
            long pid = hotline.pid("keycloak");
            ProcessHandle keycloak = ProcessHandle.of(pid).orElseThrow();
            keycloak.destroyForcibly();
            keycloak.onExit().join();
            theLogInIsSaidNotToAnswer(Person.demo("officer"));
            everybodyCanReport();
        }

        @Test
        @Order(3)
        void what_is_stored_while_the_broker_hangs_is_published_afterwards_once() throws Exception {
            long pid = hotline.pid("broker");
            long complaints = complaintsOfTheRelay();
            try (Stopped broker = Stopped.part(hotline, "broker")) {
                everybodyCanReport();
                await("that the relay has met the broker that hangs")
                        .atMost(PATIENCE)
                        .until(() -> complaintsOfTheRelay() > complaints);
                assertThat(books.owes("report-intake")).isTrue();
                everybodyCanReport();
            }
            everythingArrivedOnce();
            assertThat(hotline.pid("broker")).as("stopped is not dead").isEqualTo(pid);
        }

        @Test
        @Order(4)
        void while_the_store_hangs_nothing_is_said_to_be_accepted_and_a_repeated_report_is_one() throws Exception {
            long pid = hotline.pid("store");
            String key = UUID.randomUUID().toString();
            Map<String, String> form = Map.of("addresses", "http://store.northwind.example/form", "key", key);
            Body call = Body.json(Map.of("addresses", List.of("http://store.northwind.example/call")));
            try (Reporters reporters = newReporters()) {
                try (Stopped store = Stopped.part(hotline, "store")) {
                    reporters.start();
                    Answer page = sender.toForm(Body.form(form));
                    assertThat(page.status()).isEqualTo(503);
                    assertThat(page.tellsWhenToTryAgain()).isTrue();
                    assertThat(page.page().select(".error-summary").text())
                            .contains("Votre signalement n’a pas été accepté");
                    assertThat(page.reference()).isEmpty();
                    assertThat(page.page().select("input[name=key]").val()).isEqualTo(key);
                    assertThat(page.page().selectFirst("#addresses").text()).isEqualTo(form.get("addresses"));

                    Answer problem = sender.toApi(call, key + "-call");
                    assertThat(problem.status()).isEqualTo(503);
                    assertThat(problem.tellsWhenToTryAgain()).isTrue();
                    assertThat(problem.type()).isEqualTo("application/problem+json");
                    assertThat(problem.body()).contains("Nothing was stored").doesNotContain("reference");

                    assertThat(sender.open("/").status()).as("the form itself").isEqualTo(200);
                    Person.Page desk = analyst.open(desk());
                    assertThat(desk.status()).isEqualTo(503);
                    assertThat(desk.text()).contains("not available at the moment");
                    assertThat(reporters.accepted()).isEmpty();
                }
                Answer accepted = sender.toForm(Body.form(form));
                assertThat(accepted.status()).isEqualTo(200);
                assertThat(sender.toForm(Body.form(form)).reference())
                        .isNotBlank()
                        .isEqualTo(accepted.reference());
                Answer receipt = sender.toApi(call, key + "-call");
                assertThat(receipt.status()).isEqualTo(201);
                assertThat(sender.toApi(call, key + "-call").json()).isEqualTo(receipt.json());
                good += 2;

                assertThat(reporters.awaitDone(PATIENCE)).isTrue();
                assertThat(reporters.refused()).isEmpty();
                assertThat(reporters.accepted()).hasSize(REPORTS);
            }
            everythingArrivedOnce();
            assertThat(hotline.pid("store")).as("stopped is not dead").isEqualTo(pid);
        }

        @Test
        @Order(5)
        void the_log_in_that_died_is_back() {
            await("that somebody new can log in").atMost(PATIENCE).untilAsserted(() -> {
                Person.Page desk = Person.demo("senior").open(desk());
                assertThat(desk.status()).as(desk.text()).isEqualTo(200);
            });
            assertThat(hotline.everyProcessLives()).isTrue();
        }

        private String desk() {
            return hotline.staffOrigin() + "/assessment/";
        }

        private void theLogInIsSaidNotToAnswer(Person newcomer) throws Exception {
            Person.Page page = newcomer.open(hotline.staffOrigin() + "/takedown/");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.document().select("h1").text()).isEqualTo("The log-in service does not answer");
            assertThat(page.text()).contains("Try again in a few minutes").doesNotContain("Exception", "Whitelabel");
        }

        /** At the first try, by form and by call, several at once. */
        private void everybodyCanReport() throws Exception {
            try (Reporters reporters = newReporters()) {
                reporters.start();
                assertThat(sender.toForm(Body.form(goodForm())).reference()).isNotBlank();
                assertThat(sender.toApi(goodCall()).status()).isEqualTo(201);
                assertThat(reporters.awaitDone(PATIENCE)).isTrue();
                assertThat(reporters.refused()).isEmpty();
                assertThat(reporters.accepted()).hasSize(REPORTS);
                assertThat(reporters.tries()).isEqualTo(REPORTS);
            }
        }

        private Reporters newReporters() {
            rounds++;
            Reporters reporters = new Reporters(hotline.publicOrigin(), 1000 * rounds, REPORTS);
            reporters.goOn(REPORTS);
            return reporters;
        }

        private void everythingArrivedOnce() {
            books.awaitEverythingPublished();
            long items = good + (long) rounds * ADDRESSES;
            long submissions = good + (long) rounds * REPORTS;
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(books.intake()).isEqualTo(new Intake(submissions, items, items)));
            books.awaitQueue(items, submissions);
            books.awaitLog(submissions);
        }

        private long complaintsOfTheRelay() throws IOException {
            try (Stream<String> log = Files.lines(hotline.data().resolve("logs/services.log"), UTF_8)) {
                return log.filter(line -> line.contains("[report-intake]") && line.contains("Publishing waits"))
                        .count();
            }
        }
    }
}
