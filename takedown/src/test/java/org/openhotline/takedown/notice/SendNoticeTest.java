// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openhotline.takedown.testing.Examples.CONTACT;
import static org.openhotline.takedown.testing.Examples.LIAISON;
import static org.openhotline.takedown.testing.Examples.OFFICER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.NotAllowed;
import org.openhotline.contracts.event.NoticeEvent.NoticeBounced;
import org.openhotline.contracts.event.NoticeEvent.NoticeDeliveryUnknown;
import org.openhotline.contracts.event.NoticeEvent.NoticeQueued;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.takedown.letter.Letter;
import org.openhotline.takedown.testing.NoticeDesk;
import org.openhotline.takedown.testing.Told;

class SendNoticeTest {
    private final NoticeDesk desk = new NoticeDesk();

    @Test
    void a_notice_decided_is_sent_once_however_often_it_is_tried() {
        UUID notice = desk.planned();

        desk.sending.send(notice);
        desk.sending.send(notice);

        assertThat(desk.channel.handedOver()).hasSize(1);
        List<UUID> items = desk.notice(notice).itemIds();
        assertThat(desk.notices.events())
                .containsExactly(
                        new NoticeQueued(notice, items, desk.clock.instant()),
                        new NoticeSent(notice, items, desk.clock.instant()));
        assertThat(desk.notice(notice).state()).isEqualTo(NoticeState.SENT);
    }

    @Test
    void what_is_recorded_at_the_hand_over_is_sealed() {
        UUID notice = desk.planned();

        desk.sending.send(notice);

        Sending sending = desk.notice(notice).sending().orElseThrow();
        assertThat(desk.sealing.open(Notice.recipientField(notice), sending.recipient()))
                .isEqualTo(CONTACT);
        assertThat(sending.linkHash()).isEqualTo(desk.lastLink().hash()).hasSize(64);
        assertThat(desk.notice(notice).toString())
                .doesNotContain(CONTACT)
                .doesNotContain("files.example.org")
                .doesNotContain(desk.lastLink().token());
    }

    @Test
    void the_hand_over_is_recorded_before_the_letter_leaves() {
        UUID notice = desk.planned();
        desk.channel.meanwhile(() -> assertThat(desk.notice(notice).state()).isEqualTo(NoticeState.SENDING));

        desk.sending.send(notice);

        assertThat(desk.notice(notice).state()).isEqualTo(NoticeState.SENT);
    }

    @Test
    void a_host_that_changed_since_the_assessment_is_written_to_and_recorded() {
        UUID notice = desk.planned();
        desk.tracing.willFind(Optional.of("abuse@new-host.example.net"));

        desk.sending.send(notice);

        assertThat(desk.channel.handedOver())
                .extracting(Letter::recipient)
                .containsExactly("abuse@new-host.example.net");
        Sending sending = desk.notice(notice).sending().orElseThrow();
        assertThat(sending.recipientChanged()).isTrue();
        assertThat(sending.trace().asn()).contains(64501L);
    }

    @ParameterizedTest
    @EnumSource(
            value = TraceOutcome.class,
            names = {"FAILED", "DNS_GONE"})
    void a_look_up_that_breaks_leaves_the_known_contact_standing(TraceOutcome outcome) {
        UUID notice = desk.planned();
        desk.tracing.willEnd(outcome);

        desk.sending.send(notice);

        assertThat(desk.channel.handedOver()).extracting(Letter::recipient).containsExactly(CONTACT);
        assertThat(desk.notice(notice).sending().orElseThrow().recipientChanged())
                .isFalse();
    }

    @Test
    void a_contact_that_is_gone_is_not_written_to() {
        UUID notice = desk.planned();
        desk.tracing.willFind(Optional.empty());

        desk.sending.send(notice);

        assertThat(desk.channel.handedOver()).isEmpty();
        assertThat(desk.notices.events())
                .last()
                .isEqualTo(
                        new NoticeBounced(notice, desk.notice(notice).itemIds(), "no-contact", desk.clock.instant()));
    }

    @Test
    void a_contact_entered_by_hand_is_used_whatever_tracing_finds() {
        UUID notice = desk.plannedTo("abuse@example.net");

        desk.sending.send(notice);

        assertThat(desk.channel.handedOver()).extracting(Letter::recipient).containsExactly("abuse@example.net");
        assertThat(desk.notice(notice).sending().orElseThrow().recipientChanged())
                .isFalse();
    }

    @Test
    void a_contact_that_no_channel_reaches_bounces() {
        UUID notice = desk.planned();
        desk.tracing.willFind(Optional.of("+0 000 000"));

        desk.sending.send(notice);

        assertThat(desk.notice(notice).state()).isEqualTo(NoticeState.BOUNCED);
        assertThat(desk.notice(notice).problem()).contains("no-channel");
    }

    @Test
    void a_definite_refusal_bounces_with_its_reason_before_and_after_the_hand_over() {
        UUID early = desk.planned();
        desk.channel.willEndBeforeHandOver(new Delivery.Refused("smtp-550"));
        desk.sending.send(early);
        UUID late = desk.planned();
        desk.channel.willEnd(new Delivery.Refused("smtp-554"));
        desk.sending.send(late);

        assertThat(desk.notices.events())
                .filteredOn(NoticeBounced.class::isInstance)
                .extracting("reason")
                .containsExactly("smtp-550", "smtp-554");
    }

    @Test
    void a_temporary_refusal_is_tried_again_after_the_pause_with_a_new_link() {
        UUID notice = desk.planned();
        desk.channel.willEnd(new Delivery.Postponed("smtp-451"));
        desk.sending.send(notice);
        String firstHash = desk.lastLink().hash();
        assertThat(desk.notice(notice).problem()).contains("smtp-451");

        desk.clock.pass(Duration.ofMinutes(14));
        desk.sending.send(notice);
        assertThat(desk.channel.handedOver()).as("not before the pause is over").hasSize(1);

        desk.clock.pass(Duration.ofMinutes(1));
        desk.channel.willEnd(new Delivery.Accepted());
        desk.sending.send(notice);

        assertThat(desk.channel.handedOver()).hasSize(2);
        assertThat(desk.channel.handedOver())
                .extracting(letter -> letter.items().getFirst().reportId())
                .containsOnly(desk.notice(notice).items().getFirst().reportId());
        assertThat(desk.notices.withLink(firstHash)).isEmpty();
        assertThat(desk.notice(notice).tries()).isEqualTo(1);
        assertThat(desk.notices.events())
                .filteredOn(NoticeSent.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_connection_lost_after_the_hand_over_is_never_sent_again_blindly() {
        UUID notice = desk.planned();
        desk.channel.willEnd(new Delivery.Lost());
        desk.sending.send(notice);

        desk.clock.pass(Duration.ofDays(1));
        desk.sending.send(notice);
        desk.watching.sweep();

        assertThat(desk.notice(notice).state()).isEqualTo(NoticeState.UNKNOWN);
        assertThat(desk.channel.handedOver()).hasSize(1);
        assertThat(desk.notices.events())
                .filteredOn(NoticeDeliveryUnknown.class::isInstance)
                .hasSize(1);
        assertThat(desk.notices.due(desk.clock.instant(), 10)).isEmpty();
    }

    @Test
    void a_sender_that_dies_after_the_hand_over_leaves_an_unknown_delivery() {
        UUID notice = desk.planned();
        dieInTheMiddle(notice);

        desk.clock.pass(Duration.ofMinutes(2));
        desk.watching.sweep();
        assertThat(desk.notice(notice).state())
                .as("the sender may still be waiting")
                .isEqualTo(NoticeState.SENDING);

        desk.clock.pass(Duration.ofSeconds(1));
        desk.watching.sweep();
        desk.watching.sweep();

        assertThat(desk.notice(notice).state()).isEqualTo(NoticeState.UNKNOWN);
        assertThat(desk.notices.events())
                .filteredOn(NoticeDeliveryUnknown.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_sender_that_dies_before_the_hand_over_is_replaced_when_its_lease_is_over() {
        UUID notice = desk.planned();
        desk.notices.change(
                notice,
                present -> present.orElseThrow().claim(UUID.randomUUID(), Duration.ofMinutes(5), desk.clock.instant()));

        desk.sending.send(notice);
        assertThat(desk.channel.handedOver()).isEmpty();

        desk.clock.pass(Duration.ofMinutes(5));
        desk.sending.send(notice);
        assertThat(desk.channel.handedOver()).hasSize(1);
    }

    @Test
    void a_sender_that_lost_its_lease_can_not_hand_over() {
        UUID notice = desk.planned();
        UUID slow = UUID.randomUUID();
        desk.notices.change(
                notice, present -> present.orElseThrow().claim(slow, Duration.ofMinutes(5), desk.clock.instant()));
        desk.clock.pass(Duration.ofMinutes(5));
        desk.sending.send(notice);
        Sending sending = desk.notice(notice).sending().orElseThrow();

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> desk.notice(notice).startSending(slow, sending));
        assertThat(desk.notice(notice)
                        .finish(slow, new Delivery.Refused("late"), Duration.ofMinutes(1), desk.clock.instant())
                        .events())
                .isEmpty();
    }

    @Test
    void a_late_reply_settles_what_was_taken_for_lost() {
        UUID notice = desk.planned();
        desk.channel.meanwhile(() -> {
            desk.clock.pass(Duration.ofMinutes(3));
            desk.watching.sweep();
            assertThat(desk.notice(notice).state()).isEqualTo(NoticeState.UNKNOWN);
        });

        desk.sending.send(notice);

        assertThat(desk.notice(notice).state()).isEqualTo(NoticeState.SENT);
    }

    @Test
    void a_person_resolves_an_unknown_delivery_as_sent() {
        UUID notice = unknown();

        Notice resolved = desk.resolving.wasSent(notice, OFFICER);

        assertThat(resolved.state()).isEqualTo(NoticeState.SENT);
        assertThat(resolved.resolvedBy()).contains(OFFICER.id());
        assertThat(desk.notices.events()).last().isInstanceOf(NoticeSent.class);
    }

    @Test
    void a_person_resolves_an_unknown_delivery_as_not_sent_and_it_goes_out_again() {
        UUID notice = unknown();
        String deadHash = desk.lastLink().hash();

        desk.resolving.wasNotSent(notice, OFFICER);
        desk.channel.willEnd(new Delivery.Accepted());
        desk.sending.send(notice);

        assertThat(desk.channel.handedOver()).hasSize(2);
        assertThat(desk.notices.withLink(deadHash)).isEmpty();
        assertThat(desk.notice(notice).state()).isEqualTo(NoticeState.SENT);
    }

    @Test
    void nobody_else_resolves_and_nothing_else_is_resolved() {
        UUID notice = unknown();

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> desk.resolving.wasSent(notice, LIAISON));
        UUID sent = desk.planned();
        desk.channel.willEnd(new Delivery.Accepted());
        desk.sending.send(sent);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> desk.resolving.wasNotSent(sent, OFFICER));
    }

    @Test
    void trouble_inside_leaves_nothing_sent_and_is_tried_again() {
        UUID notice = desk.planned();
        desk.channel.willEnd(new Delivery.Accepted());
        desk.tracing.willFind(Optional.of(CONTACT));
        SendNotice broken = new SendNotice(
                desk.notices,
                desk.writing,
                desk.told,
                List.of(new BrokenChannel()),
                desk.country.notices(),
                UUID::randomUUID,
                desk.clock);

        broken.send(notice);

        assertThat(desk.notice(notice).state()).isEqualTo(NoticeState.PLANNED);
        assertThat(desk.notice(notice).problem()).contains("internal");
    }

    @Test
    void that_a_host_is_told_an_address_is_stored_before_the_letter_leaves() {
        UUID notice = desk.planned();
        desk.tracing.willFind(Optional.of(CONTACT));
        UUID item = desk.notice(notice).items().getFirst().itemId();
        desk.channel.meanwhile(
                () -> assertThat(desk.told.all()).containsExactly(new Told.Telling(item, "host", "notice")));

        desk.sending.send(notice);

        assertThat(desk.channel.handedOver()).hasSize(1);
    }

    @Test
    void a_letter_that_never_leaves_tells_no_host_anything() {
        UUID notice = desk.planned();
        desk.tracing.willFind(Optional.of(CONTACT));
        desk.channel.willEndBeforeHandOver(new Delivery.Postponed("smtp-connection"));

        desk.sending.send(notice);

        assertThat(desk.told.all()).isEmpty();
    }

    @Test
    void where_it_cannot_be_stored_the_letter_stays_and_is_tried_again() {
        UUID notice = desk.planned();
        desk.tracing.willFind(Optional.of(CONTACT));
        desk.told.goesDown();

        desk.sending.send(notice);

        assertThat(desk.channel.handedOver()).isEmpty();
        assertThat(desk.notice(notice).state()).isEqualTo(NoticeState.PLANNED);
    }

    @Test
    void a_number_can_be_read_aloud() {
        assertThat(NoticeNumber.of(UUID.fromString("01990000-0000-7000-8000-00ffffffffff")))
                .isEqualTo("N-ZZZZ-ZZZZ");
        assertThat(NoticeNumber.of(UUID.randomUUID())).matches("N-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    }

    private UUID unknown() {
        UUID notice = desk.planned();
        desk.channel.willEnd(new Delivery.Lost());
        desk.sending.send(notice);
        return notice;
    }

    private void dieInTheMiddle(UUID notice) {
        desk.channel.meanwhile(() -> {
            throw new Died();
        });
        try {
            desk.sending.send(notice);
        } catch (Died e) {
            desk.channel.meanwhile(() -> {});
        }
    }

    /** As after kill -9: nothing of the sender runs any more. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class BrokenChannel implements NoticeChannel {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public boolean reaches(String contact) {
            return true;
        }

        @Override
        public Delivery deliver(Letter letter, Runnable beforeHandOver) {
            throw new IllegalStateException("planted");
        }
    }
}
