// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts everything afresh from the facts, in one pass over the items of the period. */
public final class ComputeFigures {
    private final Facts facts;
    private final InstantSource clock;

    public ComputeFigures(Facts facts, InstantSource clock) {
        this.facts = facts;
        this.clock = clock;
    }

    public Figures of(Period period) {
        Instant now = clock.instant();
        Tally tally = new Tally();
        facts.forEachItem(period, tally::add);
        return new Figures(period, now, funnel(period, tally), tally.readings(now));
    }

    /** From 1 January to today. */
    public Figures ofThisYear() {
        return of(Period.yearToDate(clock.instant()));
    }

    private List<Count> funnel(Period period, Tally tally) {
        Count submissions = new Count(
                "submissions-received",
                "Submissions received",
                "submissions",
                "Things that somebody sent in the period, by the public form or the interface for programs. One"
                        + " submission can name several addresses.",
                Optional.empty(),
                facts.submissions(period));
        return Stream.concat(Stream.of(submissions), tally.counts()).toList();
    }

    private static final class Tally {
        private final Map<ItemCount, Long> counts = new EnumMap<>(ItemCount.class);
        private final Map<HotlineClock, List<Wait>> waits = new EnumMap<>(HotlineClock.class);
        private final Map<HotlineClock, Long> leftOut = new EnumMap<>(HotlineClock.class);

        void add(ItemFacts item) {
            for (ItemCount count : ItemCount.values()) {
                counts.merge(count, count.counts(item) ? 1L : 0L, Long::sum);
            }
            for (HotlineClock hotlineClock : HotlineClock.values()) {
                waits.computeIfAbsent(hotlineClock, c -> new ArrayList<>())
                        .addAll(hotlineClock.wait(item).toList());
                leftOut.merge(hotlineClock, hotlineClock.leavesOut(item) ? 1L : 0L, Long::sum);
            }
        }

        Stream<Count> counts() {
            return Arrays.stream(ItemCount.values()).map(c -> c.with(counts.getOrDefault(c, 0L)));
        }

        List<ClockReading> readings(Instant now) {
            return Arrays.stream(HotlineClock.values())
                    .map(c -> c.reading(waits.getOrDefault(c, List.of()), leftOut.getOrDefault(c, 0L), now))
                    .toList();
        }
    }
}
