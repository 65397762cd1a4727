// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Finds notices whose sender died in the middle (after {@code kill -9}, say). Whether such a letter left cannot be
 * known from here, so it becomes unknown and a person finds out.
 */
public final class WatchSendings {
    private final Notices notices;
    private final Duration patience;
    private final InstantSource clock;

    /** @param patience longer than a channel waits for its reply */
    public WatchSendings(Notices notices, Duration patience, InstantSource clock) {
        this.notices = notices;
        this.patience = patience;
        this.clock = clock;
    }

    public void sweep() {
        Instant now = clock.instant();
        Instant limit = now.minus(patience);
        for (UUID noticeId : notices.sendingSince(limit)) {
            notices.change(
                    noticeId, present -> present.orElseThrow(Notices::none).loseTrack(limit, now));
        }
    }
}
