// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openhotline.assessment.item.Desk.ANA;
import static org.openhotline.assessment.item.Desk.BEN;
import static org.openhotline.assessment.item.Desk.ILLEGAL;
import static org.openhotline.assessment.item.Desk.LOOK_AGAIN;
import static org.openhotline.assessment.item.Desk.NOT_ACCESSIBLE;
import static org.openhotline.assessment.item.Desk.NOT_ILLEGAL;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.event.AssessedItemEvent.AssessmentConfirmed;
import org.openhotline.contracts.event.AssessedItemEvent.ItemReopened;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTraced;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTriaged;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.report.Circumstances;
import org.openhotline.contracts.sealing.Sealed;

/** What is decided and reported again, and what is no page. */
class ComeBackTest {
    private final Desk desk = Desk.where_one_decision_is_enough();

    @Test
    void what_could_not_be_opened_is_back_at_once_and_traced_again() {
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, NOT_ACCESSIBLE);
        desk.reportedAgain(item, 1);
        assertThat(desk.state(item)).isEqualTo(ItemState.QUEUED);
        assertThat(desk.items.get(item).tracing().isDue(desk.clock().instant())).isTrue();
        assertThat(desk.items.events(ItemReopened.class))
                .singleElement()
                .satisfies(event -> assertThat(event.itemId()).isEqualTo(item));

        AssessedItem decided = desk.claims_and_decides(ANA, item, ILLEGAL);
        assertThat(decided.judgements()).hasSize(1);
        assertThat(decided.earlier()).hasSize(1);
        assertThat(desk.items.events(AssessmentConfirmed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.assessmentId())
                        .isEqualTo(decided.judgements().getFirst().id()));
    }

    @Test
    void not_illegal_stands_for_a_while_and_nobody_has_to_look_again() {
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, NOT_ILLEGAL);
        desk.later(LOOK_AGAIN.minus(Duration.ofSeconds(1)));
        desk.reportedAgain(item, 3);
        assertThat(desk.state(item)).isEqualTo(ItemState.NOT_ILLEGAL);
        assertThat(desk.items.get(item).reports().count()).isEqualTo(4);
        assertThat(desk.items.events(ItemReopened.class)).isEmpty();

        desk.later(Duration.ofSeconds(1));
        desk.reportedAgain(item, 1);
        assertThat(desk.state(item)).isEqualTo(ItemState.QUEUED);
        assertThat(desk.items.events(ItemReopened.class)).hasSize(1);
    }

    @Test
    void what_is_confirmed_stays_with_the_takedown_desk() {
        UUID item = desk.waiting();
        desk.claims_and_decides(ANA, item, ILLEGAL);
        desk.later(LOOK_AGAIN.multipliedBy(10));
        desk.reportedAgain(item, 1);
        assertThat(desk.state(item)).isEqualTo(ItemState.CONFIRMED_ILLEGAL);
        assertThat(desk.items.events(ItemReopened.class)).isEmpty();
    }

    @Test
    void an_open_item_is_not_taken_from_the_analyst_who_has_it() {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);
        desk.reportedAgain(item, 5);
        assertThat(desk.items.get(item).isHeldBy(ANA, desk.clock().instant())).isTrue();
        assertThat(desk.items.events(ItemReopened.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = LocatorKind.class,
            names = {"APP_ACCOUNT", "MESSENGER_GROUP", "EMAIL", "PHONE", "P2P_HASH", "OTHER"})
    void what_is_no_page_waits_for_triage_without_any_look_up(LocatorKind kind) {
        UUID item = desk.reported(kind, Circumstances.PUBLIC);
        assertThat(desk.state(item)).isEqualTo(ItemState.QUEUED);
        assertThat(desk.items.toTrace(desk.clock().instant(), 10)).isEmpty();
        assertThat(desk.items.events(ItemTraced.class)).hasSize(1);

        assertThatThrownBy(() -> desk.claims_and_decides(ANA, item, ILLEGAL))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("who deals with it");
        desk.triage.decide(item, TriageRoute.POLICE, ANA);
        assertThat(desk.state(item)).isEqualTo(ItemState.WITH_POLICE);
        assertThat(desk.items.events(AssessmentConfirmed.class)).isEmpty();
        assertThat(desk.items.events(ItemTriaged.class)).singleElement().satisfies(event -> {
            assertThat(event.route()).isEqualTo(TriageRoute.POLICE);
            assertThat(event.kind()).isEqualTo(kind);
        });
        assertThat(desk.items.heldBy(ANA.id())).isEmpty();
    }

    @Test
    void an_onion_service_is_a_page_that_is_never_traced() {
        UUID item = desk.reported(LocatorKind.ONION, Circumstances.PUBLIC);
        assertThat(desk.state(item)).isEqualTo(ItemState.QUEUED);
        assertThat(desk.claims_and_decides(ANA, item, ILLEGAL).state()).isEqualTo(ItemState.CONFIRMED_ILLEGAL);
    }

    @ParameterizedTest
    @EnumSource(TriageRoute.class)
    void a_page_is_classified_and_never_triaged(TriageRoute route) {
        UUID item = desk.waiting();
        desk.claims.claim(item, ANA);
        assertThatThrownBy(() -> desk.triage.decide(item, route, ANA)).isInstanceOf(Conflict.class);
        assertThat(desk.state(item)).isEqualTo(ItemState.CLAIMED);
    }

    @Test
    void only_the_holder_triages() {
        UUID item = desk.reported(LocatorKind.PHONE, Circumstances.PUBLIC);
        desk.claims.claim(item, ANA);
        assertThatThrownBy(() -> desk.triage.decide(item, TriageRoute.HELPLINE, BEN))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void what_said_too_little_comes_back_with_more_words_and_only_then() {
        UUID item = desk.reported(LocatorKind.OTHER, Circumstances.PUBLIC);
        desk.claims.claim(item, ANA);
        desk.triage.decide(item, TriageRoute.ASK_REPORTER, ANA);
        UUID submission = UUID.randomUUID();
        desk.amended(item, submission, Optional.empty(), Circumstances.PUBLIC);
        assertThat(desk.state(item)).isEqualTo(ItemState.ASKED);
        desk.amended(item, submission, Optional.of(new Sealed("more")), Circumstances.PUBLIC);
        assertThat(desk.state(item)).isEqualTo(ItemState.QUEUED);

        desk.claims.claim(item, BEN);
        desk.triage.decide(item, TriageRoute.INSUFFICIENT, BEN);
        desk.reportedAgain(item, 1);
        assertThat(desk.state(item)).isEqualTo(ItemState.QUEUED);
        assertThat(desk.items.get(item).triages()).hasSize(2);
    }

    @Test
    void what_others_deal_with_does_not_come_back() {
        UUID item = desk.reported(LocatorKind.EMAIL, Circumstances.PUBLIC);
        desk.claims.claim(item, ANA);
        desk.triage.decide(item, TriageRoute.PLATFORM, ANA);
        desk.reportedAgain(item, 2);
        assertThat(desk.state(item)).isEqualTo(ItemState.PASSED_ON);
        assertThatThrownBy(() -> desk.claims.claim(item, BEN)).isInstanceOfAny(Conflict.class, NotAllowed.class);
    }
}
