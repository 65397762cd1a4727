// SPDX-License-Identifier: Apache-2.0
package org.openhotline.proving.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openhotline.local.demo.Person;
import org.openhotline.proving.running.RunningHotline;

/** The product as it is shipped; how long and how hard it is attacked is set by the profile {@code flood}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FloodIT {
    private static final int PER_SECOND = Integer.getInteger("flood.posts", 1000);
    private static final Duration BEFORE = Duration.ofSeconds(Integer.getInteger("flood.before", 5));
    private static final Duration PROMISED = Duration.ofSeconds(60);
    private static final String SEND = "Send the report";

    private RunningHotline hotline;

    @BeforeAll
    void start(@TempDir Path temporary) {
        hotline = RunningHotline.startAsShipped(temporary.resolve("data"));
    }

    @AfterAll
    void stop() {
        hotline.close();
    }

    @Test
    @Order(1)
    void a_form_sent_faster_than_anybody_can_write_waits_and_keeps_its_answers() throws Exception {
        Person hasty = Person.anonymous();
        Person.Page form = hasty.open(hotline.publicOrigin() + "/");
        Person.Page wait = hasty.submit(
                form.form(SEND), Map.of("addresses", "http://hasty.northwind.example/\"<1>", "note", "a\nb"));
        assertThat(wait.status()).isEqualTo(429);
        assertThat(wait.document().select("[name=addresses]").val()).isEqualTo("http://hasty.northwind.example/\"<1>");
        assertThat(wait.document().select("[name=note]").val()).isEqualTo("a\nb");
        assertThat(received(afterWaiting(hasty, wait))).isTrue();
    }

    @Test
    @Order(2)
    void an_honest_reporter_without_scripts_is_accepted_within_the_promised_time() throws Exception {
        try (HostileCrowd crowd = HostileCrowd.attack(hotline.publicOrigin(), PER_SECOND, aUsedTicket())) {
            Instant later = Instant.now().plus(BEFORE);
            await().atMost(BEFORE.plusSeconds(5)).until(() -> Instant.now().isAfter(later));

            Instant begun = Instant.now();
            Person reporter = Person.anonymous();
            Person.Page page = reporter.submit(
                    reporter.open(hotline.publicOrigin() + "/").form(SEND),
                    Map.of("addresses", "http://honest.northwind.example/page"));
            int pressed = 1;
            while (!received(page)) {
                assertThat(page.status()).as(page.text()).isEqualTo(429);
                assertThat(Duration.between(begun, Instant.now()))
                        .as("after " + pressed + " times, " + crowd)
                        .isLessThan(PROMISED);
                page = afterWaiting(reporter, page);
                pressed++;
            }
            Duration took = Duration.between(begun, Instant.now());
            System.out.printf("accepted after %d ms and %d times, while %s%n", took.toMillis(), pressed, crowd);
            assertThat(took).isLessThan(PROMISED);
            assertThat(crowd.rate()).as(crowd.toString()).isGreaterThan(PER_SECOND * 0.95);
            assertThat(crowd.answered(429)).as(crowd.toString()).isPositive();
        }
    }

    @Test
    @Order(3)
    void afterwards_everything_is_as_before() throws Exception {
        Person reporter = Person.anonymous();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            Person.Page form = reporter.open(hotline.publicOrigin() + "/");
            Person.Page page =
                    reporter.submit(form.form(SEND), Map.of("addresses", "http://after.northwind.example/page"));
            return received(afterWaiting(reporter, page));
        });
        assertThat(hotline.everyProcessLives()).isTrue();
    }

    private String aUsedTicket() throws Exception {
        Person first = Person.anonymous();
        Person.Page form = first.open(hotline.publicOrigin() + "/");
        Person.Page wait = first.submit(form.form(SEND), Map.of("addresses", "http://first.northwind.example/"));
        String ticket = wait.document().select("[name=ticket]").val();
        assertThat(received(afterWaiting(first, wait))).isTrue();
        return ticket;
    }

    /** Does what the page says: waits so long, then presses the button. */
    private static Person.Page afterWaiting(Person person, Person.Page wait) throws Exception {
        long seconds = Long.parseLong(wait.text().replaceAll("(?s).*Please wait (\\d+) seconds.*", "$1"));
        Instant until = Instant.now().plusSeconds(seconds);
        await().atMost(Duration.ofSeconds(seconds + 10))
                .until(() -> Instant.now().isAfter(until));
        return person.submit(wait.form("Send again"), Map.of());
    }

    private static boolean received(Person.Page page) {
        return page.status() == 200 && page.text().contains("We have received your report");
    }
}
