// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.openhotline.assessment.item.Desk.ANA;
import static org.openhotline.assessment.item.Desk.BEN;
import static org.openhotline.assessment.item.Desk.ILLEGAL;
import static org.openhotline.assessment.item.Desk.LEASE;
import static org.openhotline.assessment.item.Desk.MORNING;
import static org.openhotline.assessment.item.Desk.NOT_ACCESSIBLE;
import static org.openhotline.assessment.item.Desk.NOT_ILLEGAL;
import static org.openhotline.assessment.item.Desk.SOFIA;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.assessment.classification.Choice;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemAssessed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemFoundNotIllegal;
import org.openhotline.contracts.event.AssessedItemEvent.ItemNotAccessible;
import org.openhotline.contracts.event.AssessedItemEvent.ItemReviewed;
import org.openhotline.contracts.event.AssessedItemEvent.ReviewRequested;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.item.Classification;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.item.Verdict;
import org.openhotline.contracts.sealing.Sealed;

class AssessItemTest {
    private static final Classification NATIONAL = new Classification("generic-national", 3, "national");

    private Desk desk = Desk.where_one_decision_is_enough();

    @Test
    void illegal_is_confirmed_at_once_with_all_that_the_takedown_needs() {
        UUID item = desk.waiting();

        AssessedItem decided = desk.claims_and_decides(ANA, item, ILLEGAL);

        UUID assessment = decided.judgements().getFirst().id();
        assertThat(decided.state()).isEqualTo(ItemState.CONFIRMED_ILLEGAL);
        assertThat(decided.claim()).isEmpty();
        assertThat(lastEvents(2))
                .containsExactly(
                        new ItemAssessed(item, assessment, "ana", Verdict.ILLEGAL, NATIONAL, MORNING),
                        new AssessmentConfirmed(
                                item,
                                assessment,
                                LocatorKind.WEB,
                                new Sealed("address of " + item),
                                desk.trace(TraceOutcome.TRACED),
                                NATIONAL,
                                MORNING));
    }

    @Test
    void not_illegal_ends_with_its_reason() {
        UUID item = desk.waiting();

        AssessedItem decided = desk.claims_and_decides(ANA, item, NOT_ILLEGAL);

        assertThat(decided.state()).isEqualTo(ItemState.NOT_ILLEGAL);
        assertThat(desk.items.events(ItemFoundNotIllegal.class))
                .singleElement()
                .satisfies(e -> assertThat(e.reason().category()).isEqualTo("adult-content"));
        assertThat(desk.items.events(AssessmentConfirmed.class)).isEmpty();
    }

    @Test
    void not_accessible_ends_with_its_reason() {
        UUID item = desk.waiting();

        AssessedItem decided = desk.claims_and_decides(ANA, item, NOT_ACCESSIBLE);

        assertThat(decided.state()).isEqualTo(ItemState.NOT_ACCESSIBLE);
        assertThat(desk.items.events(ItemNotAccessible.class))
                .singleElement()
                .satisfies(e -> assertThat(e.reason().category()).isEqualTo("not-found"));
    }

    @Test
    void after_a_decision_the_analyst_is_free_for_the_next_item() {
        desk.claims_and_decides(ANA, desk.waiting(), NOT_ILLEGAL);
        UUID next = desk.waiting();

        assertThat(desk.claims.next(ANA).orElseThrow().id()).isEqualTo(next);
    }

    @Test
    void only_the_holder_decides() {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);

        assertThatThrownBy(() -> desk.decides(BEN, item, ILLEGAL)).isInstanceOf(Conflict.class);
        assertThat(desk.state(item)).isEqualTo(ItemState.CLAIMED);
    }

    @Test
    void a_decision_after_the_end_of_the_lease_is_refused_even_where_nobody_took_over() {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);
        desk.later(LEASE);

        assertThatThrownBy(() -> desk.decides(ANA, item, ILLEGAL))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("your time with it has ended");
        assertThat(desk.items.events(ItemAssessed.class)).isEmpty();
    }

    @Test
    void a_choice_must_be_one_of_the_profile_for_that_verdict() {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);

        assertThatThrownBy(() -> desk.decides(ANA, item, new Choice(Verdict.ILLEGAL, "adult-content")))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.field()).isEqualTo("choice"));
        assertThat(desk.state(item)).isEqualTo(ItemState.CLAIMED);
    }

    @Test
    void an_item_is_decided_once() {
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, ILLEGAL);

        assertThatThrownBy(() -> desk.decides(ANA, item, ILLEGAL)).isInstanceOf(Conflict.class);
        assertThat(desk.items.events(AssessmentConfirmed.class)).hasSize(1);
    }

    @Test
    void with_second_review_a_first_decision_confirms_nothing() {
        desk = Desk.with_second_review();
        UUID item = desk.waiting();

        AssessedItem assessed = desk.claims_and_decides(ANA, item, ILLEGAL);

        UUID assessment = assessed.judgements().getFirst().id();
        assertThat(assessed.state()).isEqualTo(ItemState.AWAITING_REVIEW);
        assertThat(lastEvents(2))
                .containsExactly(
                        new ItemAssessed(item, assessment, "ana", Verdict.ILLEGAL, NATIONAL, MORNING),
                        new ReviewRequested(item, assessment, MORNING));
    }

    @Test
    void every_verdict_is_reviewed_so_that_a_review_does_not_give_the_first_one_away() {
        desk = Desk.with_second_review();

        for (Choice choice : List.of(ILLEGAL, NOT_ILLEGAL, NOT_ACCESSIBLE)) {
            assertThat(desk.claims_and_decides(ANA, desk.waiting(), choice).state())
                    .isEqualTo(ItemState.AWAITING_REVIEW);
        }
    }

    @Test
    void nobody_reviews_an_own_decision() {
        desk = Desk.with_second_review();
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, ILLEGAL);

        assertThatThrownBy(() -> desk.claims.claim(item, ANA)).isInstanceOf(NotAllowed.class);
        assertThat(desk.claims.next(ANA)).isEmpty();
        assertThat(desk.claims.next(BEN)).isPresent();
    }

    @Test
    void an_agreeing_review_confirms_the_first_category_and_keeps_the_reviewers_own_on_record() {
        desk = Desk.with_second_review();
        UUID item = desk.waiting();
        UUID assessment = desk.claims_and_decides(ANA, item, ILLEGAL)
                .judgements()
                .getFirst()
                .id();

        AssessedItem reviewed = desk.claims_and_decides(BEN, item, new Choice(Verdict.ILLEGAL, "baseline"));

        assertThat(reviewed.state()).isEqualTo(ItemState.CONFIRMED_ILLEGAL);
        assertThat(desk.items.events(ItemReviewed.class)).singleElement().satisfies(e -> {
            assertThat(e.agrees()).isTrue();
            assertThat(e.actor()).isEqualTo("ben");
            assertThat(e.assessmentId()).isEqualTo(assessment);
            assertThat(e.reviewId()).isNotEqualTo(assessment);
            assertThat(e.classification().category()).isEqualTo("baseline");
        });
        assertThat(desk.items.events(AssessmentConfirmed.class)).singleElement().satisfies(e -> {
            assertThat(e.assessmentId()).isEqualTo(assessment);
            assertThat(e.classification()).isEqualTo(NATIONAL);
        });
    }

    @Test
    void a_disagreement_goes_to_a_senior_analyst_whose_decision_is_final() {
        desk = Desk.with_second_review();
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, ILLEGAL);

        assertThat(desk.claims_and_decides(BEN, item, NOT_ILLEGAL).state()).isEqualTo(ItemState.AWAITING_SENIOR);
        assertThat(desk.items.events(AssessmentConfirmed.class)).isEmpty();
        assertThat(desk.items.events(ItemFoundNotIllegal.class)).isEmpty();

        assertThat(desk.claims_and_decides(SOFIA, item, NOT_ILLEGAL).state()).isEqualTo(ItemState.NOT_ILLEGAL);
        assertThat(desk.items.events(ItemReviewed.class))
                .extracting(ItemReviewed::actor, ItemReviewed::agrees)
                .containsExactly(tuple("ben", false), tuple("sofia", false));
        assertThat(desk.items.events(ItemFoundNotIllegal.class)).hasSize(1);
    }

    @Test
    void only_a_senior_analyst_who_decided_neither_way_settles_a_disagreement() {
        desk = Desk.with_second_review();
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, ILLEGAL);
        desk.claims_and_decides(SOFIA, item, NOT_ILLEGAL);

        assertThatThrownBy(() -> desk.claims.claim(item, SOFIA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.claims.claim(item, BEN)).isInstanceOf(NotAllowed.class);
        assertThat(desk.claims.next(BEN)).isEmpty();
        assertThat(desk.claims.next(SOFIA)).isEmpty();
    }

    @Test
    void an_item_given_back_during_review_waits_for_review_again() {
        desk = Desk.with_second_review();
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, ILLEGAL);
        desk.claims.claim(item, BEN);

        desk.later(LEASE.plus(Duration.ofSeconds(1)));
        desk.releases.sweep();

        assertThat(desk.state(item)).isEqualTo(ItemState.AWAITING_REVIEW);
    }

    @Test
    void reports_that_come_after_the_decision_are_counted_and_change_nothing_else() {
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, ILLEGAL);
        int before = desk.items.events().size();

        desk.reportedAgain(item, 1);

        assertThat(desk.state(item)).isEqualTo(ItemState.CONFIRMED_ILLEGAL);
        assertThat(desk.items.get(item).reports().count()).isEqualTo(2);
        assertThat(desk.items.events()).hasSize(before);
    }

    private List<Event> lastEvents(int count) {
        List<Event> events = desk.items.events();
        return events.subList(events.size() - count, events.size());
    }
}
