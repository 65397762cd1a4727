// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.util.Optional;
import org.openhotline.contracts.aggregate.Restoring;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.event.NoticeEvent;
import org.openhotline.contracts.event.NoticeEvent.NoticeAcknowledged;
import org.openhotline.contracts.event.NoticeEvent.NoticeBounced;
import org.openhotline.contracts.event.NoticeEvent.NoticeDeliveryUnknown;
import org.openhotline.contracts.event.NoticeEvent.NoticeQueued;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;

/**
 * A notice made again from what was told of it. It comes from the decision to send it, which is replayed, too. Nobody can
 * tell of a notice that was queued whether it left, so it is never planned again: a person finds out. Not told are who got
 * it and with which link, so that no link works any more.
 */
public final class RestoreNotice implements Restoring<Notice> {
    @Override
    public Optional<Notice> after(Optional<Notice> present, Event event) {
        return Optional.of(after(Restoring.opened(present), (NoticeEvent) event));
    }

    private static Notice after(Notice notice, NoticeEvent event) {
        return switch (event) {
            case NoticeQueued e -> notice.queuedLongAgo(e.at());
            case NoticeSent e -> notice.known(NoticeState.SENT, Optional.of(e.at()));
            case NoticeDeliveryUnknown _ -> notice.known(NoticeState.UNKNOWN, Optional.empty());
            case NoticeBounced e -> notice.knownToBounce(e.reason());
            case NoticeAcknowledged e -> notice.knownToBeAnswered(new Answer(e.answer(), e.at()));
        };
    }
}
