// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.takedown.testing.Examples.OFFICER;
import static org.openhotline.takedown.testing.Examples.confirmed;
import static org.openhotline.takedown.testing.Examples.country;
import static org.openhotline.takedown.testing.Examples.received;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.event.NoticeEvent.NoticeAcknowledged;
import org.openhotline.contracts.event.RemovalEvent.CheckRequested;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.takedown.testing.InMemoryStores.InMemoryRemovals;
import org.openhotline.takedown.testing.PlainSealing;
import org.openhotline.takedown.testing.TestClock;

class CheckHostsWordTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final InMemoryRemovals removals = new InMemoryRemovals();
    private final TestClock clock = new TestClock();
    private final CheckHostsWord checking = new CheckHostsWord(removals, DAY, clock);
    private final CheckRemoved finding = new CheckRemoved(removals, UUID::randomUUID, clock);

    @ParameterizedTest
    @EnumSource(
            value = HostAnswer.class,
            names = {"REMOVED", "ALREADY_GONE"})
    void what_only_the_host_calls_gone_is_checked_once_after_a_day(HostAnswer said) {
        UUID item = answered(said);
        clock.pass(DAY.minusMillis(1));
        checking.sweep();
        assertThat(state(item)).isEqualTo(RemovalState.REMOVED);

        clock.pass(Duration.ofMillis(1));
        checking.sweep();
        checking.sweep();
        assertThat(state(item)).isEqualTo(RemovalState.CHECKING);
        assertThat(checks()).containsExactly(new CheckRequested(item, Optional.empty(), clock.instant()));

        finding.stillGone(item, OFFICER);
        clock.pass(DAY.multipliedBy(30));
        checking.sweep();
        assertThat(state(item)).isEqualTo(RemovalState.REMOVED);
    }

    @Test
    void a_false_word_begins_a_new_episode_whose_answer_is_checked_again() {
        UUID item = answered(HostAnswer.REMOVED);
        clock.pass(DAY);
        checking.sweep();

        finding.onlineAgain(item, OFFICER);
        assertThat(removals.get(item).episode()).isEqualTo(2);
        clock.pass(DAY);
        checking.sweep();
        assertThat(state(item)).isEqualTo(RemovalState.NOTICE_DECIDED);

        answer(item, HostAnswer.REMOVED, 2);
        clock.pass(DAY);
        checking.sweep();
        assertThat(state(item)).isEqualTo(RemovalState.CHECKING);
        assertThat(checks()).hasSize(2);
    }

    @Test
    void what_an_officer_knows_to_be_gone_is_not_checked() {
        UUID item = opened();
        new ConfirmRemoved(removals, clock).confirm(item, OFFICER);
        clock.pass(DAY.multipliedBy(2));
        checking.sweep();
        assertThat(checks()).isEmpty();
    }

    @Test
    void a_report_in_the_meantime_asks_for_the_one_check_at_once() {
        UUID item = answered(HostAnswer.REMOVED);
        UUID submission = UUID.randomUUID();
        ItemReportedAgain again = new ItemReportedAgain(
                item,
                submission,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                clock.instant());
        finding.reportedAgain(again, received(again, item, 1));
        clock.pass(DAY);
        checking.sweep();
        finding.stillGone(item, OFFICER);
        checking.sweep();
        assertThat(checks()).extracting(CheckRequested::submissionId).containsExactly(Optional.of(submission));
        assertThat(state(item)).isEqualTo(RemovalState.REMOVED);
    }

    private UUID answered(HostAnswer said) {
        UUID item = opened();
        answer(item, said, 1);
        return item;
    }

    private void answer(UUID item, HostAnswer said, long sequence) {
        UUID notice = removals.get(item).noticeId().orElseThrow();
        NoticeAcknowledged event = new NoticeAcknowledged(notice, List.of(item), said, clock.instant());
        new FollowNotice(removals, clock).follow(event, received(event, notice, sequence));
    }

    private UUID opened() {
        UUID item = UUID.randomUUID();
        var event = confirmed(new PlainSealing(), item, true);
        new OpenRemoval(removals, country(PoliceGate.NONE), UUID::randomUUID, clock)
                .open(event, received(event, item, 1));
        return item;
    }

    private RemovalState state(UUID item) {
        return removals.get(item).state();
    }

    private List<CheckRequested> checks() {
        return removals.events().stream()
                .filter(CheckRequested.class::isInstance)
                .map(CheckRequested.class::cast)
                .toList();
    }
}
