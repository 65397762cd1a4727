// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that moves when told to. */
public final class TestClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-24T02:00:00Z");

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }
}
