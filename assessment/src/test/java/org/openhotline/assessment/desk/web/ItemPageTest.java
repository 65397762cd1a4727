// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhotline.assessment.item.Desk.ANA;
import static org.openhotline.assessment.item.Desk.BEN;
import static org.openhotline.assessment.item.Desk.ILLEGAL;
import static org.openhotline.assessment.item.Desk.LEASE;
import static org.openhotline.assessment.item.Desk.NOT_ILLEGAL;
import static org.openhotline.assessment.item.Desk.SOFIA;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.assessment.desk.web.ItemPage.Fact;
import org.openhotline.assessment.item.Desk;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.staff.Actor;

class ItemPageTest {
    private Desk desk = Desk.where_one_decision_is_enough();

    @Test
    void only_the_holder_sees_it_as_an_own_item_and_how_much_time_is_left() {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);
        desk.later(Duration.ofMinutes(10));

        assertThat(page(item, ANA).mine()).isTrue();
        assertThat(page(item, ANA).left()).isEqualTo("20 minutes");
        assertThat(page(item, BEN).mine()).isFalse();
        assertThat(page(item, BEN).free()).isFalse();
    }

    @Test
    void when_the_lease_has_ended_it_is_free_for_others_and_nobodys_own() {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);
        desk.later(LEASE);

        assertThat(page(item, ANA).mine()).isFalse();
        assertThat(page(item, BEN).free()).isTrue();
    }

    @Test
    void a_reviewer_sees_nothing_of_the_first_decision_and_the_first_analyst_sees_the_own_one() {
        desk = Desk.with_second_review();
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, ILLEGAL);
        desk.claims.claim(item, BEN);

        assertThat(page(item, BEN).mine()).isTrue();
        assertThat(page(item, BEN).decisions()).isEmpty();
        assertThat(page(item, BEN).toString()).doesNotContain("Illegal", "words for");
        assertThat(page(item, ANA).decisions())
                .singleElement()
                .satisfies(fact -> assertThat(fact.label()).isEqualTo("First decision (yours)"));
        assertThat(page(item, ANA).free()).isFalse();
    }

    @Test
    void after_a_disagreement_a_senior_analyst_sees_both_decisions_once_it_is_theirs() {
        desk = Desk.with_second_review();
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, ILLEGAL);
        desk.claims_and_decides(BEN, item, NOT_ILLEGAL);

        assertThat(page(item, SOFIA).decisions()).isEmpty();
        assertThat(page(item, SOFIA).free()).isTrue();
        assertThat(page(item, new Actor("carl", ANA.roles())).free()).isFalse();

        desk.claims.claim(item, SOFIA);

        assertThat(page(item, SOFIA).decisions())
                .extracting(Fact::label)
                .containsExactly("First decision", "Second decision");
    }

    @Test
    void a_settled_item_shows_the_words_of_its_decision_to_everybody_at_the_desk() {
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, NOT_ILLEGAL);

        assertThat(page(item, BEN).decisions())
                .singleElement()
                .satisfies(fact -> assertThat(fact.text()).startsWith("Not illegal: The words for adult-content, "));
        assertThat(page(item, BEN).free()).isFalse();
    }

    @Test
    void an_item_without_a_trace_says_so_and_cannot_be_taken() {
        UUID item = desk.reported();

        assertThat(page(item, ANA).free()).isFalse();
        assertThat(page(item, ANA).facts()).contains(new Fact("Host", "Not traced yet"));
    }

    @Test
    void a_new_trace_is_offered_only_where_it_could_bring_something() {
        UUID found = desk.waiting();
        UUID failed = desk.waiting(TraceOutcome.NO_CONTACT);

        assertThat(page(found, ANA).canBeTraced()).isFalse();
        assertThat(page(failed, ANA).canBeTraced()).isTrue();

        desk.claims_and_decides(ANA, failed, NOT_ILLEGAL);

        assertThat(page(failed, ANA).canBeTraced()).isFalse();
    }

    private ItemPage page(UUID item, Actor actor) {
        return ItemPage.of(
                desk.items.get(item),
                desk.items,
                Desk.profile(),
                actor,
                desk.clock().instant());
    }
}
