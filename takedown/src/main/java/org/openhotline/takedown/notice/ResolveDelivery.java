// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.time.InstantSource;
import java.util.UUID;
import org.openhotline.contracts.staff.Actor;

/** A takedown officer found out, in the mail server's record or from the host, what became of an unknown delivery. */
public final class ResolveDelivery {
    private final Notices notices;
    private final InstantSource clock;

    public ResolveDelivery(Notices notices, InstantSource clock) {
        this.notices = notices;
        this.clock = clock;
    }

    public Notice wasSent(UUID noticeId, Actor actor) {
        return notices.change(
                noticeId, present -> present.orElseThrow(Notices::none).foundSent(actor, clock.instant()));
    }

    public Notice wasNotSent(UUID noticeId, Actor actor) {
        return notices.change(
                noticeId, present -> present.orElseThrow(Notices::none).foundNotSent(actor, clock.instant()));
    }
}
