// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openhotline.contracts.NotFound;
import org.openhotline.contracts.event.NoticeEvent.NoticeAcknowledged;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;
import org.openhotline.contracts.item.HostAnswer;
import org.openhotline.takedown.letter.AnswerLink;
import org.openhotline.takedown.notice.Delivery;
import org.openhotline.takedown.notice.NoticeState;
import org.openhotline.takedown.testing.NoticeDesk;

class AnswerNoticeTest {
    private final NoticeDesk desk = new NoticeDesk();

    @Test
    void a_host_answers_once() {
        UUID notice = sent();
        AnswerLink link = desk.lastLink();
        assertThat(desk.answering.look(link).noticeId()).isEqualTo(notice);

        desk.answering.answer(link, HostAnswer.REMOVED);

        assertThat(desk.notices.events())
                .last()
                .isEqualTo(new NoticeAcknowledged(
                        notice, desk.notice(notice).itemIds(), HostAnswer.REMOVED, desk.clock.instant()));
        assertNotFound(() -> desk.answering.answer(link, HostAnswer.DISPUTED));
        assertNotFound(() -> desk.answering.look(link));
    }

    @Test
    void looking_changes_nothing() {
        UUID notice = sent();

        desk.answering.look(desk.lastLink());
        desk.answering.look(desk.lastLink());

        assertThat(desk.notice(notice).state()).isEqualTo(NoticeState.SENT);
    }

    @Test
    void an_old_link_and_one_that_never_was_say_the_same() {
        sent();
        desk.clock.pass(Duration.ofDays(14));

        assertNotFound(() -> desk.answering.answer(desk.lastLink(), HostAnswer.REMOVED));
        assertNotFound(() -> desk.answering.answer(new AnswerLink("never"), HostAnswer.REMOVED));
    }

    @Test
    void an_answer_proves_that_an_unknown_delivery_arrived() {
        UUID notice = desk.planned();
        desk.channel.willEnd(new Delivery.Lost());
        desk.sending.send(notice);

        desk.answering.answer(desk.lastLink(), HostAnswer.ALREADY_GONE);

        assertThat(desk.notices.events())
                .filteredOn(NoticeSent.class::isInstance)
                .hasSize(1);
        assertThat(desk.notices.events()).last().isInstanceOf(NoticeAcknowledged.class);
        assertThat(desk.notice(notice).sentAt()).isPresent();
    }

    @Test
    void links_are_long_random_and_fit_for_an_address() {
        Set<String> seen = new HashSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            AnswerLink link = AnswerLink.fresh(random);
            assertThat(link.token()).matches("[0-9a-f]{40}");
            assertThat(link.hash()).hasSize(64).doesNotContain(link.token());
            assertThat(link.toString()).doesNotContain(link.token());
            seen.add(link.token());
        }
        assertThat(seen).hasSize(1000);
    }

    private UUID sent() {
        UUID notice = desk.planned();
        desk.sending.send(notice);
        return notice;
    }

    private static void assertNotFound(Runnable action) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(action::run).withMessage("There is no such notice.");
    }
}
