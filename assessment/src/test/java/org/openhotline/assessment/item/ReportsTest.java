// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.assessment.item.Desk.ANA;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.report.Source;
import org.openhotline.contracts.report.Theme;
import org.openhotline.contracts.sealing.Sealed;

class ReportsTest {
    private static final Circumstances DANGER =
            new Circumstances(Source.PUBLIC, Optional.of(Theme.GROOMING), true, false);
    private static final Circumstances CHILD = new Circumstances(Source.PUBLIC, Optional.empty(), false, true);

    private final Desk desk = Desk.where_one_decision_is_enough();

    /** Reported in the wrong order, hours apart, so that waiting alone would sort them otherwise. */
    @Test
    void the_most_urgent_comes_first_however_long_others_have_waited() {
        List<UUID> reported = Arrays.asList(
                waiting(Circumstances.of(Source.CRAWLER)),
                waiting(Circumstances.PUBLIC),
                waiting(Circumstances.of(Source.HELPLINE)),
                waiting(Circumstances.of(Source.POLICE)),
                waiting(CHILD),
                waiting(DANGER));
        assertThat(queue()).isEqualTo(reported.reversed());
        assertThat(desk.claims.next(ANA).orElseThrow().id()).isEqualTo(reported.getLast());
    }

    @Test
    void among_equals_each_further_report_counts_like_six_hours() {
        UUID once = waiting(CHILD);
        UUID twice = waiting(CHILD);
        desk.reportedAgain(twice, 1);
        assertThat(queue()).containsExactly(once, twice);
        desk.reportedAgain(twice, 1);
        assertThat(queue()).containsExactly(twice, once);
    }

    @Test
    void what_a_child_reports_has_a_queue_of_its_own() {
        waiting(DANGER);
        UUID child = waiting(CHILD);
        UUID both = waiting(new Circumstances(Source.PUBLIC, Optional.empty(), true, true));
        assertThat(desk.items.selfReportsFor(ANA, 10))
                .extracting(AssessedItem::id)
                .containsExactly(both, child);
    }

    @Test
    void a_further_report_makes_an_open_item_more_urgent_and_never_less() {
        UUID item = waiting(Circumstances.of(Source.POLICE));
        desk.reportedAgain(item, 1);
        assertThat(reports(item).urgency()).isEqualTo(Urgency.POLICE);
        desk.reportedAgain(item, 1, DANGER);
        assertThat(reports(item).urgency()).isEqualTo(Urgency.DANGER);
    }

    @Test
    void a_reporter_who_says_more_or_takes_it_back_moves_the_item() {
        UUID first = waiting(Circumstances.PUBLIC);
        UUID item = waiting(Circumstances.PUBLIC);
        UUID submission = UUID.randomUUID();
        desk.amended(item, submission, Optional.of(new Sealed("one")), DANGER);
        assertThat(queue()).containsExactly(item, first);
        desk.amended(item, submission, Optional.empty(), Circumstances.PUBLIC);
        assertThat(queue()).containsExactly(first, item);
        assertThat(reports(item).notes())
                .containsExactly(
                        new Note(submission, Optional.of(new Sealed("one")), Optional.empty(), Circumstances.PUBLIC));
        assertThat(reports(item).count()).isEqualTo(1);
    }

    @Test
    void the_first_and_the_last_notes_are_kept_and_what_was_urgent_between_them_still_counts() {
        UUID item = waiting(Circumstances.PUBLIC);
        desk.reportedAgain(item, 10);
        List<Note> beginning = reports(item).notes();
        desk.reportedAgain(item, 1, DANGER);
        desk.reportedAgain(item, 100);
        assertThat(reports(item).notes()).hasSize(50).startsWith(beginning.toArray(Note[]::new));
        assertThat(reports(item).notes()).noneMatch(note -> note.circumstances().childInDanger());
        assertThat(reports(item).urgency()).isEqualTo(Urgency.DANGER);
        assertThat(reports(item).count()).isEqualTo(112);
    }

    private UUID waiting(Circumstances circumstances) {
        UUID item = desk.reported(LocatorKind.WEB, circumstances);
        desk.traced(item, TraceOutcome.TRACED);
        desk.later(Duration.ofHours(9));
        return item;
    }

    private Reports reports(UUID item) {
        return desk.items.get(item).reports();
    }

    private List<UUID> queue() {
        return desk.items.waitingFor(ANA, 10).stream().map(AssessedItem::id).toList();
    }
}
