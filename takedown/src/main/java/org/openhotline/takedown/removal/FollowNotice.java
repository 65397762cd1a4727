// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal;

import java.time.Instant;
import java.time.InstantSource;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.NoticeEvent;
import org.openhotline.contracts.event.NoticeEvent.NoticeAcknowledged;
import org.openhotline.contracts.event.NoticeEvent.NoticeBounced;
import org.openhotline.contracts.event.NoticeEvent.NoticeDeliveryUnknown;
import org.openhotline.contracts.event.NoticeEvent.NoticeQueued;
import org.openhotline.contracts.event.NoticeEvent.NoticeSent;

/** What happens to a notice carries on in the removal of each of its items. */
public final class FollowNotice {
    private final Removals removals;
    private final InstantSource clock;

    public FollowNotice(Removals removals, InstantSource clock) {
        this.removals = removals;
        this.clock = clock;
    }

    public Applied follow(NoticeEvent event, Received<?> received) {
        Instant now = clock.instant();
        return event.items().stream()
                .map(item -> removals.apply(item, received, present -> {
                    Removal removal = present.orElseThrow(Removals::none);
                    return effect(removal, event, now);
                }))
                .reduce(Applied.DUPLICATE, Applied::and);
    }

    private static Decision<Removal> effect(Removal removal, NoticeEvent event, Instant now) {
        return switch (event) {
            case NoticeSent sent -> removal.noticeSent(sent, now);
            case NoticeBounced bounced -> removal.noticeBounced(bounced, now);
            case NoticeAcknowledged answered -> removal.hostAnswered(answered, now);
            case NoticeQueued _, NoticeDeliveryUnknown _ -> Decision.of(removal);
        };
    }
}
