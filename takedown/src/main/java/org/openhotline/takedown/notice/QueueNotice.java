// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.RemovalEvent.NoticeDecided;
import org.openhotline.contracts.sealing.Sealed;
import org.openhotline.takedown.removal.Removal;
import org.openhotline.takedown.removal.Removals;

/** A notice was decided: it is planned under the id that the decision gave it, so that one decision is one notice. */
public final class QueueNotice {
    private final Notices notices;
    private final Removals removals;
    private final InstantSource clock;

    public QueueNotice(Notices notices, Removals removals, InstantSource clock) {
        this.notices = notices;
        this.removals = removals;
        this.clock = clock;
    }

    public Applied queue(NoticeDecided event, Received<?> received) {
        Removal removal = removals.get(event.itemId());
        NoticeItem item = NoticeItem.of(removal);
        return notices.apply(
                event.noticeId(),
                received,
                present -> present.map(Decision::of)
                        .orElseGet(() -> queue(event, item, removal.contact(), received.replayed())));
    }

    /** Told again after the loss of the store, it may have left long ago: a person finds out, nothing is sent blindly. */
    private Decision<Notice> queue(
            NoticeDecided event, NoticeItem item, Optional<Sealed> enteredContact, boolean replayed) {
        Instant now = clock.instant();
        Decision<Notice> queued = Notice.queue(event.noticeId(), List.of(item), enteredContact, now);
        return replayed ? new Decision<>(queued.state().queuedLongAgo(now), queued.events()) : queued;
    }
}
