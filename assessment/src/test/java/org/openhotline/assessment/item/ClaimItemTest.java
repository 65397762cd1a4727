// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openhotline.assessment.item.Desk.ANA;
import static org.openhotline.assessment.item.Desk.BEN;
import static org.openhotline.assessment.item.Desk.LEASE;
import static org.openhotline.assessment.item.Desk.MORNING;
import static org.openhotline.assessment.item.Desk.NOT_ILLEGAL;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.event.AssessedItemEvent.ClaimReleased;
import org.openhotline.contracts.event.AssessedItemEvent.ItemClaimed;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;

class ClaimItemTest {
    private final Desk desk = Desk.where_one_decision_is_enough();

    @Test
    void an_analyst_takes_an_item_for_the_time_of_the_lease() {
        UUID item = desk.waiting();

        desk.claims.claim(item, ANA);

        assertThat(desk.state(item)).isEqualTo(ItemState.CLAIMED);
        assertThat(desk.items.events(ItemClaimed.class))
                .containsExactly(new ItemClaimed(item, "ana", MORNING.plus(LEASE), MORNING));
    }

    @Test
    void a_claimed_item_cannot_be_claimed_by_a_second_analyst() {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);

        assertThatThrownBy(() -> desk.claims.claim(item, BEN))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Another analyst");
        assertThat(desk.items.heldBy("ana").map(AssessedItem::id)).contains(item);
    }

    @Test
    void claiming_what_one_holds_neither_fails_nor_makes_the_lease_longer() {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);
        desk.later(Duration.ofMinutes(10));

        AssessedItem again = desk.claims.claim(item, ANA);

        assertThat(again.claim().orElseThrow().until()).isEqualTo(MORNING.plus(LEASE));
        assertThat(desk.items.events(ItemClaimed.class)).hasSize(1);
    }

    @Test
    void an_analyst_holds_one_item_at_most() {
        desk.claims.claim(desk.waiting(), ANA);
        UUID second = desk.waiting();

        assertThatThrownBy(() -> desk.claims.claim(second, ANA))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("another item");
        assertThatThrownBy(() -> desk.claims.next(ANA)).isInstanceOf(Conflict.class);
        assertThat(desk.state(second)).isEqualTo(ItemState.QUEUED);
    }

    @Test
    void when_the_lease_has_ended_another_analyst_can_take_over_and_both_facts_are_told() {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);
        desk.later(LEASE);

        desk.claims.claim(item, BEN);

        assertThat(desk.items.events().subList(2, 4))
                .containsExactly(
                        new ClaimReleased(item, "ana", true, MORNING.plus(LEASE)),
                        new ItemClaimed(item, "ben", MORNING.plus(LEASE).plus(LEASE), MORNING.plus(LEASE)));
    }

    @Test
    void a_moment_before_its_end_the_lease_still_holds() {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);
        desk.later(LEASE.minusMillis(1));

        assertThatThrownBy(() -> desk.claims.claim(item, BEN)).isInstanceOf(Conflict.class);
    }

    @Test
    void whoever_comes_back_after_the_end_of_the_lease_can_take_another_item() {
        UUID first = desk.waiting();
        desk.claims.claim(first, ANA);
        desk.later(LEASE);
        UUID second = desk.waiting();

        desk.claims.claim(second, ANA);

        assertThat(desk.state(first)).isEqualTo(ItemState.QUEUED);
        assertThat(desk.state(second)).isEqualTo(ItemState.CLAIMED);
    }

    @Test
    void the_sweep_frees_what_was_left_behind_and_nothing_else() {
        UUID left = desk.waiting();
        desk.claims.claim(left, ANA);
        desk.later(Duration.ofMinutes(20));
        UUID held = desk.waiting();
        desk.claims.claim(held, BEN);
        desk.later(Duration.ofMinutes(10));

        desk.releases.sweep();

        assertThat(desk.state(left)).isEqualTo(ItemState.QUEUED);
        assertThat(desk.state(held)).isEqualTo(ItemState.CLAIMED);
        assertThat(desk.items.events(ClaimReleased.class))
                .containsExactly(new ClaimReleased(left, "ana", true, MORNING.plus(LEASE)));
    }

    @Test
    void an_item_given_back_waits_again() {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);

        desk.releases.release(item, ANA);

        assertThat(desk.state(item)).isEqualTo(ItemState.QUEUED);
        assertThat(desk.items.events(ClaimReleased.class))
                .containsExactly(new ClaimReleased(item, "ana", false, MORNING));
    }

    @Test
    void only_the_holder_can_give_an_item_back() {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);

        assertThatThrownBy(() -> desk.releases.release(item, BEN)).isInstanceOf(Conflict.class);
    }

    @Test
    void the_next_item_is_the_one_reported_first() {
        UUID first = desk.waiting();
        desk.later(Duration.ofHours(1));
        desk.waiting();

        assertThat(desk.claims.next(ANA).orElseThrow().id()).isEqualTo(first);
    }

    @Test
    void a_second_report_moves_an_item_ahead_of_six_hours_of_waiting_but_not_of_more() {
        UUID ninePast = desk.waiting();
        desk.later(Duration.ofHours(4));
        UUID fivePast = desk.waiting();
        desk.later(Duration.ofHours(5));
        UUID twice = desk.waiting();
        desk.reportedAgain(twice, 1);

        assertThat(desk.items.waitingFor(ANA, 10).stream().map(AssessedItem::id))
                .containsExactly(ninePast, twice, fivePast);
    }

    @Test
    void however_often_one_address_is_sent_it_gains_a_limited_lead_and_keeps_a_limited_number_of_notes() {
        UUID item = desk.waiting();
        desk.reportedAgain(item, 1_000);

        Reports reports = desk.items.get(item).reports();

        assertThat(reports.count()).isEqualTo(1_001);
        assertThat(reports.rank()).isEqualTo(MORNING.minus(Duration.ofHours(54)));
        assertThat(reports.notes()).hasSize(50);
    }

    @Test
    void when_nothing_waits_there_is_no_next_item() {
        desk.claims.claim(desk.waiting(), BEN);

        assertThat(desk.claims.next(ANA)).isEmpty();
    }

    @Test
    void an_item_without_any_trace_yet_cannot_be_claimed() {
        UUID item = desk.reported();

        assertThatThrownBy(() -> desk.claims.claim(item, ANA)).isInstanceOf(Conflict.class);
        assertThat(desk.claims.next(ANA)).isEmpty();
    }

    @Test
    void an_item_waits_for_an_analyst_even_where_its_trace_failed() {
        UUID item = desk.reported();
        desk.traced(item, TraceOutcome.FAILED);

        assertThat(desk.claims.next(ANA).orElseThrow().id()).isEqualTo(item);
    }

    @Test
    void a_decided_item_cannot_be_claimed_again() {
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, NOT_ILLEGAL);

        assertThatThrownBy(() -> desk.claims.claim(item, BEN))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("decided already");
    }

    @Test
    void no_other_role_can_claim() {
        UUID item = desk.waiting();
        Actor officer = new Actor("olga", Set.of(Role.TAKEDOWN_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR));

        assertThatThrownBy(() -> desk.claims.claim(item, officer)).isInstanceOf(NotAllowed.class);
        assertThat(desk.state(item)).isEqualTo(ItemState.QUEUED);
    }

    @Test
    void what_was_never_reported_cannot_be_claimed() {
        assertThatThrownBy(() -> desk.claims.claim(UUID.randomUUID(), ANA)).isInstanceOf(NotFound.class);
    }
}
