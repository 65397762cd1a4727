// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.rebuild;

import java.time.Instant;
import java.time.InstantSource;

/** The clock of a rebuild: it is always the time of the event that is replayed. */
public final class TimeOfTheEvent implements InstantSource {
    private volatile Instant now;

    public TimeOfTheEvent(Instant start) {
        this.now = start;
    }

    void is(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
