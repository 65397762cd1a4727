// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.takedown.testing.Examples.ANALYST;
import static org.openhotline.takedown.testing.Examples.LIAISON;
import static org.openhotline.takedown.testing.Examples.OFFICER;
import static org.openhotline.takedown.testing.Examples.confirmed;
import static org.openhotline.takedown.testing.Examples.police;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.country.PoliceGate;
import org.openhotline.contracts.event.AssessedItemEvent.ItemTriaged;
import org.openhotline.contracts.event.NoticeEvent.NoticeAcknowledged;
import org.openhotline.contracts.event.NoticeEvent.NoticeBounced;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;
import org.openhotline.contracts.event.RemovalEvent.CheckRequested;
import org.openhotline.contracts.event.RemovalEvent.ContactMissing;
import org.openhotline.contracts.event.RemovalEvent.HoldExpired;
import org.openhotline.contracts.event.RemovalEvent.HoldPlaced;
import org.openhotline.contracts.event.RemovalEvent.HoldReleased;
import org.openhotline.contracts.event.RemovalEvent.ItemChecked;
import org.openhotline.contracts.event.RemovalEvent.ItemReappeared;
import org.openhotline.contracts.event.RemovalEvent.ItemRemoved;
import org.openhotline.contracts.event.RemovalEvent.NoticeDecided;
import org.openhotline.contracts.event.RemovalEvent.TakedownOpened;
import org.openhotline.contracts.event.ReportedItemEvent.ItemReportedAgain;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.contracts.item.LocatorKind;
import org.openhotline.contracts.item.TriageRoute;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.takedown.testing.PlainSealing;

class RemovalTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(20));
    private static final UUID SUBMISSION = UUID.randomUUID();
    private static final UUID ITEM = UUID.randomUUID();
    private static final UUID DECISION = UUID.randomUUID();
    private static final UUID REFERRAL = UUID.randomUUID();
    private static final UUID NOTICE = UUID.randomUUID();
    private static final UUID SECOND_NOTICE = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(
            value = PoliceGate.class,
            names = {"NONE", "NOTIFY_PARALLEL"})
    void without_a_hold_the_notice_is_decided_at_once(PoliceGate gate) {
        Decision<Removal> opened = open(gate, true);

        assertThat(opened.state().state()).isEqualTo(RemovalState.NOTICE_DECIDED);
        Optional<UUID> referral = gate == PoliceGate.NONE ? Optional.empty() : Optional.of(REFERRAL);
        assertThat(opened.events())
                .containsExactly(
                        new TakedownOpened(
                                ITEM, opened.state().confirmed().assessmentId(), Optional.of("XX"), referral, NOW),
                        new NoticeDecided(ITEM, NOTICE, NOW));
    }

    @ParameterizedTest
    @EnumSource(
            value = PoliceGate.class,
            names = {"HOLD_THEN_AUTO_RELEASE", "EXPLICIT_APPROVAL"})
    void a_gate_that_holds_refers_and_waits(PoliceGate gate) {
        Decision<Removal> opened = open(gate, true);

        assertThat(opened.state().state()).isEqualTo(RemovalState.ON_HOLD);
        assertThat(opened.state().referralId()).contains(REFERRAL);
        assertThat(opened.events())
                .element(1)
                .isEqualTo(new HoldPlaced(ITEM, Optional.empty(), NOW.plus(Duration.ofHours(24)), "country-rule", NOW));
        assertThat(opened.events()).hasSize(2);
    }

    @Test
    void nobody_to_write_to_is_told_to_the_officer() {
        Decision<Removal> opened = open(PoliceGate.NONE, false);

        assertThat(opened.state().state()).isEqualTo(RemovalState.NO_CONTACT);
        assertThat(opened.events()).element(1).isEqualTo(new ContactMissing(ITEM, NOW));
    }

    @Test
    void a_released_hold_decides_the_notice_in_the_same_write() {
        Decision<Removal> released = held().releaseHold(LIAISON, ReleaseReason.NO_OBJECTION, NOTICE, NOW);

        assertThat(released.state().state()).isEqualTo(RemovalState.NOTICE_DECIDED);
        assertThat(released.events())
                .containsExactly(new HoldReleased(ITEM, LIAISON.id(), NOW), new NoticeDecided(ITEM, NOTICE, NOW));
    }

    @Test
    void a_released_hold_with_nobody_to_write_to_waits_for_the_officer() {
        Removal held = open(PoliceGate.EXPLICIT_APPROVAL, false).state();

        Decision<Removal> released = held.releaseHold(LIAISON, ReleaseReason.NO_OBJECTION, NOTICE, NOW);

        assertThat(released.events())
                .containsExactly(new HoldReleased(ITEM, LIAISON.id(), NOW), new ContactMissing(ITEM, NOW));
    }

    @Test
    void a_hold_expires_when_its_time_is_over_and_not_before() {
        Instant until = NOW.plus(Duration.ofHours(24));

        assertThat(held().expireHold(NOTICE, until.minusMillis(1)).events()).isEmpty();
        assertThat(held().expireHold(NOTICE, until).events())
                .containsExactly(new HoldExpired(ITEM, until), new NoticeDecided(ITEM, NOTICE, until));
    }

    @Test
    void explicit_approval_waits_however_long_it_takes() {
        Removal waiting = open(PoliceGate.EXPLICIT_APPROVAL, true).state();

        Decision<Removal> later = waiting.expireHold(NOTICE, NOW.plus(Duration.ofDays(400)));

        assertThat(later.events()).isEmpty();
        assertThat(later.state()).isEqualTo(waiting);
    }

    @Test
    void the_longest_hold_counts_from_the_first_placing() {
        Instant later = NOW.plus(Duration.ofHours(20));

        Decision<Removal> extended = held().placeHold(
                        LIAISON,
                        Duration.ofHours(52),
                        HoldReason.POSSIBLE_NEW_VICTIM,
                        police(PoliceGate.HOLD_THEN_AUTO_RELEASE),
                        later);

        assertThat(extended.events())
                .containsExactly(new HoldPlaced(
                        ITEM, Optional.of(LIAISON.id()), NOW.plus(Duration.ofHours(72)), "possible-new-victim", later));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> extended.state()
                        .placeHold(
                                LIAISON,
                                Duration.ofHours(53),
                                HoldReason.POSSIBLE_NEW_VICTIM,
                                police(PoliceGate.HOLD_THEN_AUTO_RELEASE),
                                later))
                .satisfies(e -> assertThat(e.field()).isEqualTo("wait"));
    }

    @Test
    void only_the_liaison_officer_holds_and_releases() {
        for (Actor other : List.of(OFFICER, ANALYST, Actor.SYSTEM, Actor.HOST)) {
            assertThatExceptionOfType(NotAllowed.class)
                    .isThrownBy(() -> held().releaseHold(other, ReleaseReason.NO_OBJECTION, NOTICE, NOW));
        }
    }

    @Test
    void a_notice_that_is_on_its_way_can_not_be_held_any_more() {
        Removal decided = open(PoliceGate.NOTIFY_PARALLEL, true).state();

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> decided.placeHold(
                        LIAISON,
                        Duration.ofHours(1),
                        HoldReason.RUNNING_INVESTIGATION,
                        police(PoliceGate.NOTIFY_PARALLEL),
                        NOW));
    }

    @Test
    void a_contact_entered_by_hand_decides_a_notice() {
        Sealed contact = new PlainSealing().seal(Removal.contactField(ITEM), "abuse@example.net");

        Decision<Removal> decided = open(PoliceGate.NONE, false).state().enterContact(OFFICER, contact, NOTICE, NOW);

        assertThat(decided.state().contact()).contains(contact);
        assertThat(decided.events()).containsExactly(new NoticeDecided(ITEM, NOTICE, NOW));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> open(PoliceGate.NONE, false).state().enterContact(LIAISON, contact, NOTICE, NOW));
    }

    @Test
    void a_bounced_notice_gives_the_item_back_to_the_officer_who_can_try_another_contact() {
        Removal bounced = decided()
                .noticeBounced(new NoticeBounced(NOTICE, List.of(ITEM), "smtp-550", NOW), NOW)
                .state();
        assertThat(bounced.state()).isEqualTo(RemovalState.UNDELIVERED);

        Removal again = bounced.enterContact(OFFICER, new Sealed("other"), SECOND_NOTICE, NOW)
                .state();

        assertThat(again.noticeId()).contains(SECOND_NOTICE);
        assertThat(again.noticeSent(new NoticeSent(NOTICE, List.of(ITEM), NOW), NOW)
                        .state())
                .as("the first notice does not count any more")
                .isEqualTo(again);
    }

    @Test
    void the_host_that_says_removed_ends_it() {
        Decision<Removal> gone = notified().hostAnswered(answer(NOTICE, HostAnswer.REMOVED), NOW);

        assertThat(gone.state().state()).isEqualTo(RemovalState.REMOVED);
        assertThat(gone.events()).containsExactly(new ItemRemoved(ITEM, "host", Optional.empty(), NOW));
    }

    @Test
    void an_older_notice_may_still_tell_that_it_is_gone() {
        Removal second = notified()
                .enterContact(OFFICER, new Sealed("other"), SECOND_NOTICE, NOW)
                .state();

        assertThat(second.hostAnswered(answer(NOTICE, HostAnswer.DISPUTED), NOW).state())
                .isEqualTo(second);
        assertThat(second.hostAnswered(answer(NOTICE, HostAnswer.ALREADY_GONE), NOW)
                        .state()
                        .state())
                .isEqualTo(RemovalState.REMOVED);
    }

    @ParameterizedTest
    @EnumSource(
            value = HostAnswer.class,
            names = {"NOT_OURS", "NEED_MORE", "DISPUTED"})
    void any_other_answer_goes_to_the_officer(HostAnswer said) {
        Decision<Removal> answered = notified().hostAnswered(answer(NOTICE, said), NOW);

        assertThat(answered.state().state()).isEqualTo(RemovalState.ANSWERED);
        assertThat(answered.state().answer()).contains(said);
        assertThat(answered.events()).isEmpty();
    }

    @Test
    void it_is_removed_once() {
        Removal gone = notified().confirmRemoved(OFFICER, NOW).state();

        assertThat(gone.hostAnswered(answer(NOTICE, HostAnswer.REMOVED), NOW).events())
                .isEmpty();
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> gone.confirmRemoved(OFFICER, NOW));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> notified().confirmRemoved(LIAISON, NOW));
    }

    @Test
    void a_removed_item_that_is_reported_again_is_checked_once() {
        Removal gone = notified().confirmRemoved(OFFICER, NOW).state();

        Decision<Removal> asked = gone.reportedAgain(again(), LATER);

        assertThat(asked.state().state()).isEqualTo(RemovalState.CHECKING);
        assertThat(asked.events()).containsExactly(new CheckRequested(ITEM, Optional.of(SUBMISSION), LATER));
        assertThat(asked.state().reportedAgain(again(), LATER).events()).isEmpty();
        assertThat(asked.state().state().needsOfficer()).isTrue();
    }

    @Test
    void an_item_that_is_not_removed_goes_on_as_it_was() {
        Removal notified = notified();
        assertThat(notified.reportedAgain(again(), LATER)).isEqualTo(Decision.of(notified));
    }

    @Test
    void still_gone_is_recorded_and_it_stays_removed_since_the_first_time() {
        Removal checking = checking();

        Decision<Removal> checked = checking.stillGone(OFFICER, LATER);

        assertThat(checked.state().state()).isEqualTo(RemovalState.REMOVED);
        assertThat(checked.state().goneSince()).contains(NOW);
        assertThat(checked.state().episode()).isEqualTo(1);
        assertThat(checked.events()).containsExactly(new ItemChecked(ITEM, OFFICER.id(), LATER));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> checking.stillGone(LIAISON, LATER));
    }

    @Test
    void online_again_begins_a_new_episode_with_a_notice_and_can_end_like_the_first() {
        Decision<Removal> back = checking().onlineAgain(OFFICER, SECOND_NOTICE, LATER);

        assertThat(back.state().state()).isEqualTo(RemovalState.NOTICE_DECIDED);
        assertThat(back.state().goneSince()).isEmpty();
        assertThat(back.events())
                .containsExactly(
                        new ItemReappeared(ITEM, OFFICER.id(), 2, LATER),
                        new NoticeDecided(ITEM, SECOND_NOTICE, LATER));

        Removal goneAgain = back.state()
                .hostAnswered(answer(SECOND_NOTICE, HostAnswer.REMOVED), LATER)
                .state();
        assertThat(goneAgain.goneSince()).contains(LATER);
        assertThat(goneAgain.reportedAgain(again(), LATER).state().state()).isEqualTo(RemovalState.CHECKING);
        assertThat(goneAgain.episode()).isEqualTo(2);
    }

    @Test
    void online_again_with_nobody_to_write_to_waits_for_the_officer() {
        Removal checking = open(PoliceGate.NONE, false)
                .state()
                .confirmRemoved(OFFICER, NOW)
                .state()
                .reportedAgain(again(), NOW)
                .state();

        assertThat(checking.onlineAgain(OFFICER, SECOND_NOTICE, LATER).events())
                .containsExactly(new ItemReappeared(ITEM, OFFICER.id(), 2, LATER), new ContactMissing(ITEM, LATER));
    }

    @Test
    void what_is_no_page_is_referred_to_the_police_and_nobody_is_notified() {
        UUID triage = UUID.randomUUID();
        ItemTriaged triaged =
                new ItemTriaged(ITEM, triage, "ana", TriageRoute.POLICE, LocatorKind.PHONE, new Sealed("number"), NOW);

        Decision<Removal> referred = Removal.leaveWithPolice(triaged, DECISION, REFERRAL, NOW);

        assertThat(referred.state().state()).isEqualTo(RemovalState.WITH_POLICE);
        assertThat(referred.state().confirmed().isIntelligence()).isTrue();
        assertThat(referred.state().confirmed().logEntry()).isEqualTo(DECISION);
        assertThat(referred.events())
                .containsExactly(new TakedownOpened(ITEM, triage, Optional.empty(), Optional.of(REFERRAL), NOW));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> referred.state().enterContact(OFFICER, new Sealed("x"), NOTICE, NOW));
        assertThat(referred.state().reportedAgain(again(), LATER).events()).isEmpty();
    }

    private static Removal checking() {
        return notified()
                .confirmRemoved(OFFICER, NOW)
                .state()
                .reportedAgain(again(), NOW)
                .state();
    }

    private static ItemReportedAgain again() {
        return new ItemReportedAgain(
                ITEM, SUBMISSION, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), NOW);
    }

    private static Decision<Removal> open(PoliceGate gate, boolean contactKnown) {
        return Removal.open(
                confirmed(new PlainSealing(), ITEM, contactKnown), DECISION, police(gate), REFERRAL, NOTICE, NOW);
    }

    private static Removal held() {
        return open(PoliceGate.HOLD_THEN_AUTO_RELEASE, true).state();
    }

    private static Removal decided() {
        return open(PoliceGate.NONE, true).state();
    }

    private static Removal notified() {
        return decided()
                .noticeSent(new NoticeSent(NOTICE, List.of(ITEM), NOW), NOW)
                .state();
    }

    private static NoticeAcknowledged answer(UUID notice, HostAnswer said) {
        return new NoticeAcknowledged(notice, List.of(ITEM), said, NOW);
    }
}
