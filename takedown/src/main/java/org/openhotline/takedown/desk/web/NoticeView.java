// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.desk.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.takedown.notice.Answer;
import org.openhotline.takedown.notice.Notice;
import org.openhotline.takedown.notice.NoticeState;
import org.openhotline.takedown.notice.Sending;
import org.openhotline.takedown.web.Words;

/**
 * One notice on the page of its item.
 *
 * @param recipient in clear, only after the address was revealed
 */
public record NoticeView(
        UUID noticeId,
        String number,
        String mark,
        String state,
        String queued,
        String sent,
        String problem,
        String recipient,
        boolean recipientChanged,
        String answer,
        boolean unknown) {

    static NoticeView of(Notice notice, Optional<String> recipient, Instant now) {
        return new NoticeView(
                notice.noticeId(),
                notice.number(),
                mark(notice.state()),
                state(notice.state()),
                Words.time(notice.queuedAt()),
                notice.sentAt().map(Words::time).orElse(""),
                problem(notice, now),
                recipient.orElse(""),
                notice.sending().filter(Sending::recipientChanged).isPresent(),
                notice.answer().map(NoticeView::answer).orElse(""),
                notice.state() == NoticeState.UNKNOWN);
    }

    private static String problem(Notice notice, Instant now) {
        return notice.problem()
                .map(code -> notice.state() == NoticeState.PLANNED
                        ? "%s; tried %d times, next %s"
                                .formatted(code, notice.tries(), Words.until(notice.dueAt(), now))
                        : code)
                .orElse("");
    }

    private static String answer(Answer answer) {
        return DeskView.answer(answer.said()) + " (" + Words.time(answer.at()) + ")";
    }

    private static String mark(NoticeState state) {
        return switch (state) {
            case PLANNED, SENDING -> "waiting";
            case SENT -> "active";
            case UNKNOWN, BOUNCED -> "bad";
            case ANSWERED -> "good";
        };
    }

    private static String state(NoticeState state) {
        return switch (state) {
            case PLANNED -> "to be sent";
            case SENDING -> "being sent";
            case SENT -> "sent";
            case UNKNOWN -> "delivery unknown";
            case BOUNCED -> "not delivered";
            case ANSWERED -> "answered";
        };
    }
}
