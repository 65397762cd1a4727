// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.event.AccessEvent.MessagesRevealed;
import org.openhotline.contracts.event.CorrespondenceEvent.MessagesErased;
import org.openhotline.contracts.event.CorrespondenceEvent.ReporterAnswered;
import org.openhotline.contracts.event.CorrespondenceEvent.ReporterAsked;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.openhotline.reportintake.contact.SealMessages;
import org.openhotline.reportintake.submission.Intake;
import org.openhotline.reportintake.submission.Submission;

class ExchangeTest {
    private static final Actor ANALYST = new Actor("analyst-1", Set.of(Role.ANALYST));
    private static final Actor OFFICER = new Actor("officer-1", Set.of(Role.TAKEDOWN_OFFICER));

    private final Intake intake = new Intake();
    private final InMemoryCorrespondences correspondences = new InMemoryCorrespondences();
    private final SealMessages seal = new SealMessages(intake.keys);
    private final Exchange exchange =
            new Exchange(correspondences, intake.submissions, seal, intake.accessLog, intake.clock);
    private Submission submission;

    ExchangeTest() {
        intake.accepted("a-key-of-16-signs", "https://example.org/1", "https://example.org/2");
        submission = intake.submissions.all().getFirst();
    }

    @BeforeEach
    void ask() {
        exchange.ask(submission.id(), "Which page is it?", "key-1", ANALYST);
    }

    @Test
    void nothing_that_could_be_a_file_comes_in_an_answer() {
        exchange.answer(submission.id(), "here: data:image/png;base64,iVBORw0KGgo= it is", "key-3");
        assertThat(exchange.ofReporter(submission.id()).getLast().text())
                .isEqualTo("here: [removed: data:image/png, 9 B] it is");
    }

    @Test
    void question_and_answer_travel_as_ids_and_are_kept_sealed() {
        exchange.answer(submission.id(), " the second\r\nfrom the top ", "key-2");
        assertThat(exchange.ofReporter(submission.id()))
                .extracting(ReadableMessage::byReporter, ReadableMessage::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, "Which page is it?"),
                        org.assertj.core.groups.Tuple.tuple(true, "the second\nfrom the top"));
        List<Event> events = correspondences.events();
        assertThat(events).hasExactlyElementsOfTypes(ReporterAsked.class, ReporterAnswered.class);
        assertThat(((ReporterAnswered) events.getLast()).items())
                .containsExactlyElementsOf(submission.addresses().stream()
                        .map(Submission.ReportedAddress::itemId)
                        .toList());
        assertThat(events.toString() + correspondences.all())
                .doesNotContain("Which page", "the second", "from the top");
    }

    @Test
    void staff_read_only_after_that_is_stored() {
        exchange.answer(submission.id(), "the second", "key-2");
        assertThat(intake.accesses.events()).isEmpty();
        assertThat(exchange.read(submission.id(), ANALYST)).hasSize(2);
        assertThat(intake.accesses.events()).singleElement().isInstanceOfSatisfying(MessagesRevealed.class, seen -> {
            assertThat(seen.actor()).isEqualTo("analyst-1");
            assertThat(seen.submissionId()).isEqualTo(submission.id());
        });
        assertThatThrownBy(() -> exchange.read(submission.id(), OFFICER)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> exchange.ask(submission.id(), "a", "key-9", OFFICER))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void an_answer_waits_on_the_desk_until_an_analyst_reads_it() {
        assertThat(exchange.unread(9)).isEmpty();
        exchange.answer(submission.id(), "the second", "key-2");
        Instant first = intake.now;
        intake.now = intake.now.plusSeconds(60);
        exchange.answer(submission.id(), "no, the third", "key-3");
        assertThat(exchange.unread(9)).singleElement().satisfies(c -> {
            assertThat(c.id()).isEqualTo(submission.id());
            assertThat(c.unread()).contains(first);
        });
        exchange.ofReporter(submission.id());
        assertThat(exchange.unread(9)).as("the reporter's own look").hasSize(1);
        exchange.read(submission.id(), ANALYST);
        assertThat(exchange.unread(9)).isEmpty();
        exchange.answer(submission.id(), "look again", "key-4");
        assertThat(exchange.unread(9)).hasSize(1);
    }

    @Test
    void a_second_click_is_the_same_message() {
        exchange.ask(submission.id(), "Which page is it?", "key-1", ANALYST);
        exchange.answer(submission.id(), "the second", "key-2");
        exchange.answer(submission.id(), "the second", "key-2");
        assertThat(exchange.ofReporter(submission.id())).hasSize(2);
        assertThat(correspondences.find(submission.id()).orElseThrow().answers())
                .isEqualTo(1);
        assertThat(correspondences.events()).hasSize(2);
    }

    @Test
    void nobody_writes_unasked_or_without_end() {
        UUID other = new UUID(7, 7);
        assertThatThrownBy(() -> exchange.answer(other, "hello", "key-2")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> exchange.ask(other, "hello", "key-2", ANALYST)).isInstanceOf(NotFound.class);
        for (int i = 1; i < Correspondence.MOST_MESSAGES; i++) {
            exchange.answer(submission.id(), "word " + i, "key-" + (i + 1));
        }
        assertThatThrownBy(() -> exchange.answer(submission.id(), "one more", "key-51"))
                .isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "bell\u0007", "half\uD83D"})
    void what_no_page_could_show_is_not_taken(String text) {
        assertThatThrownBy(() -> exchange.answer(submission.id(), text, "key-2"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> exchange.answer(submission.id(), "n".repeat(Exchange.LONGEST + 1), "key-2"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void messages_are_erased_for_good_when_their_time_after_the_last_one_is_over() {
        EraseMessages rule = new EraseMessages(correspondences, seal, Duration.ofDays(180));
        intake.now = intake.now.plus(Duration.ofDays(179));
        exchange.answer(submission.id(), "the second", "key-2");
        Correspondence before = correspondences.find(submission.id()).orElseThrow();
        intake.now = intake.now.plus(Duration.ofDays(179));
        assertThat(intake.runPurge.run(rule).erased()).isZero();
        intake.now = intake.now.plus(Duration.ofDays(1));
        assertThat(intake.runPurge.run(rule).erased()).isEqualTo(1);
        assertThat(exchange.ofReporter(submission.id())).isEmpty();
        assertThat(correspondences.events().getLast()).isEqualTo(new MessagesErased(submission.id(), intake.now));
        Correspondence.Message old = before.messages().getLast();
        assertThat(seal.open(submission.id(), old.id(), old.text()))
                .as("of an old backup")
                .isEmpty();
        assertThatThrownBy(() -> exchange.answer(submission.id(), "late", "key-3"))
                .isInstanceOf(Conflict.class);
    }

    private static final class InMemoryCorrespondences extends InMemoryAggregates<Correspondence>
            implements Correspondences {
        @Override
        public List<Correspondence> lastWrittenBefore(Instant cutoff, int limit, Set<UUID> except) {
            return all().stream()
                    .filter(c -> c.latest().filter(t -> t.isBefore(cutoff)).isPresent())
                    .filter(c -> !except.contains(c.id()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Correspondence> unread(int limit) {
            return all().stream()
                    .filter(c -> c.unread().isPresent())
                    .sorted(Comparator.comparing(c -> c.unread().orElseThrow()))
                    .limit(limit)
                    .toList();
        }
    }
}
