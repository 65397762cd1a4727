// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.item.Verdict;

class ComputeFiguresTest {
    private static final Instant NOW = EventStory.START.plus(Duration.ofHours(100));
    private static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    private final EventStory story = new EventStory();
    private final UUID a = UUID.randomUUID();
    private final UUID b = UUID.randomUUID();
    private final UUID c = UUID.randomUUID();
    private final UUID d = UUID.randomUUID();
    private final UUID notice = UUID.randomUUID();

    @Test
    void nothing_received_gives_zeros_and_no_times() {
        Figures figures = figures(story.events());
        assertThat(figures.funnel()).extracting(Count::value).containsOnly(0L);
        assertThat(figures.clocks()).allSatisfy(clock -> {
            assertThat(clock.median()).isEmpty();
            assertThat(clock.p90()).isEmpty();
            assertThat(clock.over() + clock.open()).isZero();
        });
    }

    @Test
    void submissions_and_items_are_counted_each_in_its_own_unit() {
        story.submission(a, b).reported(a).reportedAgain(a).reportedAgain(a).reported(b);
        assertThat(value("submissions-received")).isEqualTo(5);
        assertThat(value("items-received")).isEqualTo(2);
        assertThat(count("submissions-received").unit()).isEqualTo("submissions");
        assertThat(count("items-received").unit()).isEqualTo("items");
    }

    @Test
    void the_funnel_narrows_from_received_to_removed() {
        story.reported(a).reported(b).reported(c).reported(d);
        story.found(a, Verdict.ILLEGAL).found(b, Verdict.ILLEGAL).found(c, Verdict.NOT_ILLEGAL);
        story.noticeSent(notice, a, b).removed(a);
        assertThat(funnel())
                .containsEntry("items-received", 4L)
                .containsEntry("items-assessed", 3L)
                .containsEntry("items-not-illegal", 1L)
                .containsEntry("items-illegal", 2L)
                .containsEntry("items-notified", 2L)
                .containsEntry("items-removed", 1L)
                .containsEntry("items-gone-without-notice", 0L);
    }

    @Test
    void every_assessed_item_has_exactly_one_outcome_or_is_not_final() {
        UUID e = UUID.randomUUID();
        UUID f = UUID.randomUUID();
        story.reported(a).reported(b).reported(c).reported(d).reported(e).reported(f);
        story.found(a, Verdict.ILLEGAL)
                .found(b, Verdict.NOT_ILLEGAL)
                .found(c, Verdict.NOT_ACCESSIBLE)
                .assessed(d, Verdict.ILLEGAL)
                .triaged(e, TriageRoute.POLICE)
                .triaged(f, TriageRoute.INSUFFICIENT);
        assertThat(funnel())
                .containsEntry("items-assessed", 6L)
                .containsEntry("items-illegal", 1L)
                .containsEntry("items-not-illegal", 1L)
                .containsEntry("items-not-accessible", 1L)
                .containsEntry("items-passed-on", 1L)
                .containsEntry("items-too-little", 1L)
                .containsEntry("items-not-final", 1L);
    }

    @ParameterizedTest
    @EnumSource(
            value = TriageRoute.class,
            names = {"POLICE", "PLATFORM", "HELPLINE"})
    void what_is_no_page_and_was_passed_on_is_assessed_and_decided_but_not_illegal(TriageRoute route) {
        story.reported(a).atHour(2).triaged(a, route).atHour(3).referred(a);
        assertThat(funnel())
                .containsEntry("items-assessed", 1L)
                .containsEntry("items-passed-on", 1L)
                .containsEntry("items-not-final", 0L)
                .containsEntry("items-illegal", 0L);
        assertThat(clock("T1").median()).contains(Duration.ofHours(2));
        assertThat(List.of(clock("T2"), clock("T3"), clock("T4")))
                .allSatisfy(c -> assertThat(c.over() + c.open()).isZero());
    }

    @Test
    void asking_the_reporter_stops_the_first_clock_but_decides_nothing() {
        story.reported(a).atHour(2).triaged(a, TriageRoute.ASK_REPORTER);
        assertThat(clock("T1").median()).contains(Duration.ofHours(2));
        assertThat(funnel()).containsEntry("items-assessed", 1L).containsEntry("items-not-final", 1L);

        story.atHour(9).amended(UUID.randomUUID(), a).reopened(a).triaged(a, TriageRoute.HELPLINE);
        assertThat(clock("T1").median()).contains(Duration.ofHours(2));
        assertThat(funnel()).containsEntry("items-passed-on", 1L).containsEntry("items-not-final", 0L);
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"NOT_ILLEGAL", "NOT_ACCESSIBLE"})
    void an_item_that_came_back_is_not_final_until_it_is_decided_again(Verdict before) {
        story.reported(a).atHour(1).found(a, before);
        story.atHour(50).reportedAgain(a).reopened(a);
        assertThat(funnel())
                .containsEntry("items-assessed", 1L)
                .containsEntry("items-not-final", 1L)
                .containsEntry("items-not-illegal", 0L)
                .containsEntry("items-not-accessible", 0L);

        story.atHour(52).found(a, Verdict.ILLEGAL).atHour(53).referred(a);
        assertThat(funnel()).containsEntry("items-illegal", 1L).containsEntry("items-not-final", 0L);
        assertThat(clock("T1").median()).contains(Duration.ofHours(1));
        assertThat(clock("T2").median()).contains(Duration.ofHours(1));
    }

    @Test
    void a_report_from_just_before_the_decision_reopens_it_all_the_same() {
        Instant report = EventStory.START.plus(Duration.ofMinutes(59));
        story.reported(a).atHour(1).found(a, Verdict.NOT_ACCESSIBLE).reopened(a, report);
        assertThat(value("items-not-accessible")).isZero();
        assertThat(value("items-not-final")).isEqualTo(1);
    }

    @Test
    void a_removed_item_that_was_checked_and_is_still_gone_keeps_its_time() {
        story.reported(a)
                .found(a, Verdict.ILLEGAL)
                .noticeSent(notice, a)
                .atHour(4)
                .removed(a);
        story.atHour(30).checkRequested(a);
        assertThat(value("items-removed")).isEqualTo(1);

        story.atHour(31).stillGone(a);
        assertThat(value("items-removed")).isEqualTo(1);
        assertThat(value("items-reappeared")).isZero();
        assertThat(clock("T3").median()).contains(Duration.ofHours(4));
        assertThat(clock("T4").median()).contains(Duration.ofHours(4));
    }

    @Test
    void an_item_online_again_is_not_removed_and_both_its_clocks_run_on_until_it_is() {
        story.reported(a).found(a, Verdict.ILLEGAL).atHour(1).noticeSent(notice, a);
        story.atHour(4).removed(a).atHour(30).onlineAgain(a);
        assertThat(funnel()).containsEntry("items-removed", 0L).containsEntry("items-reappeared", 1L);
        assertThat(clock("T3").open()).isEqualTo(1);
        assertThat(clock("T4").open()).isEqualTo(1);

        story.atHour(31).noticeSent(UUID.randomUUID(), a).atHour(36).removed(a);
        assertThat(funnel()).containsEntry("items-removed", 1L).containsEntry("items-reappeared", 1L);
        assertThat(clock("T3").median()).contains(Duration.ofHours(35));
        assertThat(clock("T4").median()).contains(Duration.ofHours(36));
    }

    @Test
    void that_a_host_called_it_gone_counts_no_more_once_it_came_back() {
        story.reported(a).found(a, Verdict.ILLEGAL).noticeSent(notice, a);
        story.atHour(2).answered(notice, HostAnswer.ALREADY_GONE, a).removed(a);
        assertThat(value("items-gone-without-notice")).isEqualTo(1);

        story.atHour(30).onlineAgain(a);
        assertThat(value("items-gone-without-notice")).isZero();
        assertThat(clock("T3").open()).isEqualTo(1);

        story.atHour(40).removed(a);
        assertThat(value("items-gone-without-notice")).isZero();
        assertThat(clock("T3").over()).isEqualTo(1);
    }

    @Test
    void more_from_the_reporter_is_no_new_submission_and_no_new_item() {
        UUID submission = UUID.randomUUID();
        story.reported(a);
        List<Count> before = figures(story.events()).funnel();
        story.atHour(1).amended(submission, a);
        assertThat(figures(story.events()).funnel()).isEqualTo(before);
    }

    @Test
    void a_notice_that_never_arrived_notifies_nobody_and_starts_no_clock() {
        story.reported(a).found(a, Verdict.ILLEGAL).noticeSent(notice, a).noticeBounced(notice, a);
        assertThat(value("items-notified")).isZero();
        assertThat(clock("T3").open()).isZero();

        story.atHour(5).noticeSent(UUID.randomUUID(), a).atHour(7).removed(a);
        assertThat(value("items-notified")).isEqualTo(1);
        assertThat(clock("T3").median()).contains(Duration.ofHours(2));
    }

    @Test
    void each_clock_runs_between_its_two_facts() {
        story.atHour(0)
                .reported(a)
                .atHour(3)
                .found(a, Verdict.ILLEGAL)
                .atHour(4)
                .referred(a);
        story.atHour(10).noticeSent(notice, a).atHour(16).removed(a);
        assertThat(clock("T1").median()).contains(Duration.ofHours(3));
        assertThat(clock("T2").median()).contains(Duration.ofHours(1));
        assertThat(clock("T3").median()).contains(Duration.ofHours(6));
        assertThat(clock("T4").median()).contains(Duration.ofHours(16));
        assertThat(figures(story.events()).clocks())
                .allSatisfy(c -> assertThat(c.over()).isEqualTo(1));
    }

    @Test
    void what_is_still_open_is_counted_as_open_and_slows_the_median() {
        story.atHour(0).reported(a).reported(b).reported(c);
        story.atHour(1).found(a, Verdict.ILLEGAL).atHour(2).found(b, Verdict.ILLEGAL);
        assertThat(clock("T1").over()).isEqualTo(2);
        assertThat(clock("T1").open()).isEqualTo(1);
        assertThat(clock("T1").median()).contains(Duration.ofHours(2));
        assertThat(clock("T1").p90()).isEmpty();
        assertThat(clock("T4").over()).isZero();
        assertThat(clock("T4").open()).isEqualTo(2);
        assertThat(clock("T4").median()).isEmpty();
    }

    @Test
    void an_item_gone_before_its_notice_is_left_out_of_the_third_clock_and_counted_apart() {
        story.atHour(0).reported(a).found(a, Verdict.ILLEGAL).reported(b).found(b, Verdict.ILLEGAL);
        story.atHour(1).noticeSent(notice, a);
        story.atHour(9).answered(notice, HostAnswer.ALREADY_GONE, a).removed(a).removed(b);
        assertThat(clock("T3").over()).isZero();
        assertThat(clock("T3").open()).isZero();
        assertThat(clock("T3").leftOut()).isEqualTo(2);
        assertThat(value("items-gone-without-notice")).isEqualTo(2);
        assertThat(value("items-removed")).isEqualTo(2);
        assertThat(clock("T4").over()).isEqualTo(2);
    }

    @Test
    void only_items_first_reported_in_the_period_count_with_all_that_became_of_them_later() {
        UUID inApril = UUID.randomUUID();
        story.at(Duration.ofDays(20)).reported(a);
        story.at(Duration.ofDays(40)).reportedAgain(a).reported(inApril).found(a, Verdict.ILLEGAL);
        Figures march = new ComputeFigures(learned(story.events()), () -> NOW.plus(Duration.ofDays(60))).of(MARCH);
        assertThat(valueOf(march, "items-received")).isEqualTo(1);
        assertThat(valueOf(march, "submissions-received")).isEqualTo(1);
        assertThat(valueOf(march, "items-illegal")).isEqualTo(1);
    }

    @Test
    void the_first_and_the_last_moment_of_the_period_belong_to_it() {
        assertThat(MARCH.holds(Instant.parse("2026-03-01T00:00:00Z"))).isTrue();
        assertThat(MARCH.holds(Instant.parse("2026-03-31T23:59:59.999Z"))).isTrue();
        assertThat(MARCH.holds(Instant.parse("2026-02-28T23:59:59.999Z"))).isFalse();
        assertThat(MARCH.holds(Instant.parse("2026-04-01T00:00:00Z"))).isFalse();
        assertThatThrownBy(() -> new Period(MARCH.to(), MARCH.from())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_time_before_its_start_counts_as_no_time_at_all() {
        story.atHour(2).reported(a).atHour(1.999).found(a, Verdict.ILLEGAL);
        assertThat(clock("T1").median()).contains(Duration.ZERO);
    }

    @Test
    void repeated_events_and_services_out_of_step_give_the_same_figures() {
        List<Received<Event>> events = busyDay();
        Figures expected = figures(events);
        assertThat(valueOf(expected, "items-removed")).isPositive();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            assertThat(figures(withRepetitions(shuffledBetweenSources(events, random), random)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void every_figure_has_a_unit_and_a_rule_and_its_id_once() {
        Figures figures = figures(busyDay());
        assertThat(figures.funnel()).extracting(Count::id).doesNotHaveDuplicates();
        assertThat(figures.funnel()).allSatisfy(count -> {
            assertThat(count.unit()).isNotBlank();
            assertThat(count.rule()).endsWith(".");
            count.base().ifPresent(base -> assertThat(count.value()).isLessThanOrEqualTo(valueOf(figures, base)));
        });
        assertThat(figures.clocks()).extracting(ClockReading::id).containsExactly("T1", "T2", "T3", "T4");
    }

    private List<Received<Event>> busyDay() {
        story.atHour(0)
                .reported(a)
                .reported(b)
                .atHour(0.5)
                .reported(c)
                .reportedAgain(a)
                .reported(d);
        story.atHour(1)
                .found(a, Verdict.ILLEGAL)
                .atHour(2)
                .found(b, Verdict.ILLEGAL)
                .found(c, Verdict.NOT_ACCESSIBLE);
        story.atHour(2.5).referred(a).referred(b).atHour(4).noticeSent(notice, a, b);
        story.atHour(6)
                .answered(notice, HostAnswer.REMOVED, a, b)
                .removed(a)
                .atHour(7)
                .removed(b);
        UUID lost = UUID.randomUUID();
        story.atHour(8).found(d, Verdict.ILLEGAL).noticeSent(lost, d).noticeBounced(lost, d);
        UUID back = UUID.randomUUID();
        UUID phone = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        story.atHour(9).reported(back).reported(phone).found(back, Verdict.ILLEGAL);
        story.atHour(10)
                .triaged(phone, TriageRoute.ASK_REPORTER)
                .noticeSent(first, back)
                .atHour(11)
                .answered(first, HostAnswer.ALREADY_GONE, back)
                .removed(back);
        story.atHour(20).reopened(phone).onlineAgain(back).noticeSent(second, back);
        story.atHour(22)
                .triaged(phone, TriageRoute.POLICE)
                .answered(second, HostAnswer.REMOVED, back)
                .removed(back);
        story.atHour(24).reportedAgain(c).reopened(c);
        return story.events();
    }

    /** Every order that keeps each source's own order. */
    private static List<Received<Event>> shuffledBetweenSources(List<Received<Event>> events, Random random) {
        List<String> turns =
                new ArrayList<>(events.stream().map(Received::source).toList());
        Collections.shuffle(turns, random);
        Map<String, List<Received<Event>>> bySource = new HashMap<>();
        events.forEach(e ->
                bySource.computeIfAbsent(e.source(), s -> new ArrayList<>()).add(e));
        List<Received<Event>> shuffled = new ArrayList<>();
        turns.forEach(
                source -> shuffled.add(bySource.getOrDefault(source, List.of()).removeFirst()));
        return shuffled;
    }

    /** Any event may come again at any later time. */
    private static List<Received<Event>> withRepetitions(List<Received<Event>> events, Random random) {
        List<Received<Event>> more = new ArrayList<>();
        for (Received<Event> event : events) {
            more.add(event);
            if (random.nextBoolean()) {
                more.add(more.get(random.nextInt(more.size())));
            }
        }
        return more;
    }

    private Map<String, Long> funnel() {
        Map<String, Long> funnel = new HashMap<>();
        figures(story.events()).funnel().forEach(count -> funnel.put(count.id(), count.value()));
        return funnel;
    }

    private long value(String id) {
        return count(id).value();
    }

    private Count count(String id) {
        return figures(story.events()).funnel().stream()
                .filter(count -> count.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long valueOf(Figures figures, String id) {
        return figures.funnel().stream()
                .filter(count -> count.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private ClockReading clock(String id) {
        return figures(story.events()).clocks().stream()
                .filter(clock -> clock.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Figures figures(List<Received<Event>> events) {
        return new ComputeFigures(learned(events), () -> NOW).of(MARCH);
    }

    private static Facts learned(List<Received<Event>> events) {
        InMemoryFacts facts = new InMemoryFacts();
        LearnFromEvent learning = new LearnFromEvent(facts);
        events.forEach(learning::learn);
        return facts;
    }
}
