// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.openhotline.chassis.security.Denial;
import org.openhotline.chassis.security.Denials;
import org.openhotline.contracts.access.Accesses;
import org.openhotline.contracts.event.AccessEvent.AccessDenied;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of the first refusal at once and of its like within the next minute together, so that whoever keeps knocking cannot
 * flood the log. A refusal stands whether or not it can be told; one that cannot is told later. Only the count of the
 * running minute is lost where the process is killed.
 */
final class DenialLog implements Denials {
    static final Duration TOGETHER = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(DenialLog.class);

    /** @param untold how many since {@code since} are still to be told */
    private record Window(Instant opened, long untold, Instant since, Instant last) {
        static Window at(Instant now) {
            return new Window(now, 0, now, now);
        }

        Window and(Instant again) {
            return new Window(opened, untold + 1, untold == 0 ? again : since, again);
        }
    }

    private final ConcurrentMap<Denial, Window> windows = new ConcurrentHashMap<>();
    private final Accesses accesses;
    private final InstantSource clock;

    DenialLog(Accesses accesses, InstantSource clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    @Override
    public void denied(Denial denial) {
        Instant now = clock.instant();
        Window window = windows.compute(denial, (key, open) -> open == null ? Window.at(now) : open.and(now));
        boolean first = window.untold() == 0;
        if (first && !told(denial, 1, now, now)) {
            windows.computeIfPresent(denial, (key, open) -> open.and(now));
        }
    }

    /** Tells what has come together in windows that are over. */
    void tellRepeated() {
        Instant over = clock.instant().minus(TOGETHER);
        tell(window -> !window.opened().isAfter(over));
    }

    /** Tells everything that is still untold, for the end of the process. */
    void tellAll() {
        tell(window -> true);
    }

    private void tell(Predicate<Window> which) {
        windows.forEach((denial, seen) -> {
            if (which.test(seen)) {
                Window window = windows.remove(denial);
                if (window != null
                        && window.untold() > 0
                        && !told(denial, window.untold(), window.since(), window.last())) {
                    windows.merge(denial, window, DenialLog::together);
                }
            }
        });
    }

    /** Also where new refusals came in meanwhile. */
    private static Window together(Window newer, Window older) {
        return new Window(older.opened(), older.untold() + newer.untold(), older.since(), newer.last());
    }

    private boolean told(Denial denial, long count, Instant since, Instant last) {
        try {
            accesses.store((id, service, now) -> new AccessDenied(
                    id, denial.actor(), service, denial.method(), denial.route(), denial.reason(), count, since, last));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("a refusal will be told later: {}", e.getClass().getName());
            return false;
        }
    }
}
