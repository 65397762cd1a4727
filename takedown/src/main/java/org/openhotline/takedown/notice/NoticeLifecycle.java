// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import static org.openhotline.contracts.lifecycle.Lifecycle.row;
import static org.openhotline.contracts.lifecycle.Lifecycle.rowIf;
import static org.openhotline.contracts.staff.Role.HOST;
import static org.openhotline.contracts.staff.Role.SYSTEM;
import static org.openhotline.contracts.staff.Role.TAKEDOWN_OFFICER;
import static org.openhotline.takedown.notice.NoticeState.ANSWERED;
import static org.openhotline.takedown.notice.NoticeState.BOUNCED;
import static org.openhotline.takedown.notice.NoticeState.PLANNED;
import static org.openhotline.takedown.notice.NoticeState.SENDING;
import static org.openhotline.takedown.notice.NoticeState.SENT;
import static org.openhotline.takedown.notice.NoticeState.UNKNOWN;
import static org.openhotline.takedown.notice.NoticeStep.ACCEPT;
import static org.openhotline.takedown.notice.NoticeStep.ANSWER;
import static org.openhotline.takedown.notice.NoticeStep.FIND_NOT_SENT;
import static org.openhotline.takedown.notice.NoticeStep.FIND_SENT;
import static org.openhotline.takedown.notice.NoticeStep.LOSE_TRACK;
import static org.openhotline.takedown.notice.NoticeStep.POSTPONE;
import static org.openhotline.takedown.notice.NoticeStep.REFUSE;
import static org.openhotline.takedown.notice.NoticeStep.START_SENDING;

import org.openhotline.contracts.lifecycle.Lifecycle;

/** The one table of a notice; its picture is docs/lifecycles/notice.md. */
public final class NoticeLifecycle {
    private static final String LATE = "the sending that was lost reports after all";
    private static final String LINK = "the notice's one-time link, in time";

    public static final Lifecycle<NoticeState, NoticeStep> TABLE = Lifecycle.of(
            "notice",
            PLANNED,
            rowIf("the attempt still holds its lease", PLANNED, START_SENDING, SENDING, SYSTEM),
            rowIf("refused before the message was handed over", PLANNED, REFUSE, BOUNCED, SYSTEM),
            rowIf("could not be handed over now", PLANNED, POSTPONE, PLANNED, SYSTEM),
            row(SENDING, ACCEPT, SENT, SYSTEM),
            row(SENDING, REFUSE, BOUNCED, SYSTEM),
            row(SENDING, POSTPONE, PLANNED, SYSTEM),
            rowIf("no definite reply", SENDING, LOSE_TRACK, UNKNOWN, SYSTEM),
            rowIf(LATE, UNKNOWN, ACCEPT, SENT, SYSTEM),
            rowIf(LATE, UNKNOWN, REFUSE, BOUNCED, SYSTEM),
            rowIf(LATE, UNKNOWN, POSTPONE, PLANNED, SYSTEM),
            row(UNKNOWN, FIND_SENT, SENT, TAKEDOWN_OFFICER),
            row(UNKNOWN, FIND_NOT_SENT, PLANNED, TAKEDOWN_OFFICER),
            rowIf(LINK, SENDING, ANSWER, ANSWERED, HOST),
            rowIf(LINK, UNKNOWN, ANSWER, ANSWERED, HOST),
            rowIf(LINK, SENT, ANSWER, ANSWERED, HOST));

    private NoticeLifecycle() {}
}
