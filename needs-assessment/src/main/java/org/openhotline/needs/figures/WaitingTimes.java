// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Waits of many items, some of them not over. What is still open counts as lasting at least until now (right-censored,
 * Kaplan and Meier 1958), so that a hotline that leaves hard items open does not look faster for it. Where nothing is
 * open, the quantiles are the plain ones (nearest rank).
 */
final class WaitingTimes {
    private record Length(Duration length, boolean over) {}

    private static final double ROUNDING = 1e-9;

    private final List<Length> lengths;

    WaitingTimes(List<Wait> waits, Instant now) {
        lengths = waits.stream()
                .map(w -> new Length(w.length(now), w.end().isPresent()))
                .sorted(Comparator.comparing(Length::length).thenComparing(Length::over, Comparator.reverseOrder()))
                .toList();
    }

    /** The time within which the share {@code q} is over; empty where too much is still open to say. */
    Optional<Duration> quantile(double q) {
        double open = 1;
        int atRisk = lengths.size();
        for (Length l : lengths) {
            if (l.over()) {
                open *= 1 - 1.0 / atRisk;
            }
            if (l.over() && open <= 1 - q + ROUNDING) {
                return Optional.of(l.length());
            }
            atRisk--;
        }
        return Optional.empty();
    }

    long over() {
        return lengths.stream().filter(Length::over).count();
    }

    long open() {
        return lengths.size() - over();
    }
}
