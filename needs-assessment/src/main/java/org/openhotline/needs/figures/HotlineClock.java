// SPDX-License-Identifier: Apache-2.0
package org.openhotline.needs.figures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The four clocks on which hotlines are compared, each with its rule. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
enum HotlineClock {
    T1(
            "Receipt to assessment",
            "From the first report of an address to the first decision of an analyst, for every item received. An item"
                    + " that has to be decided again keeps this time.",
            item -> true,
            item -> false,
            ItemFacts::received,
            ItemFacts::assessed),
    T2(
            "Assessment to police",
            "From the final decision that an item is illegal to the moment when the police desk has its package. Where"
                    + " the country's rule asks for no referral, every illegal item stays open. What is passed on to the"
                    + " police as intelligence was not found illegal and is not on this clock.",
            ItemFacts::illegal,
            item -> false,
            ItemFacts::decided,
            ItemFacts::referred),
    T3(
            "Notice to removal",
            "From the first notice that is not known to have been lost to the moment when the item is recorded as gone."
                    + " Items gone before their notice are left out and counted apart. Removal is known from the host or"
                    + " an officer, so the item may have gone somewhat earlier than this says. An item found online again"
                    + " stays open, counted from the first notice on, until it is recorded as gone once more.",
            item -> item.illegal() && (item.notified().isPresent() || item.goneWithoutNotice()),
            ItemFacts::goneWithoutNotice,
            ItemFacts::notified,
            ItemFacts::removed),
    T4(
            "Receipt to removal",
            "From the first report of an address to the moment when it is recorded as gone, for every illegal item,"
                    + " whether a notice was sent or not. An item found online again stays open, counted from the first"
                    + " report on, until it is recorded as gone once more.",
            ItemFacts::illegal,
            item -> false,
            ItemFacts::received,
            ItemFacts::removed);

    private final String title;
    private final String rule;
    private final Predicate<ItemFacts> about;
    private final Predicate<ItemFacts> leftOut;
    private final Function<ItemFacts, Optional<Instant>> start;
    private final Function<ItemFacts, Optional<Instant>> end;

    HotlineClock(
            String title,
            String rule,
            Predicate<ItemFacts> about,
            Predicate<ItemFacts> leftOut,
            Function<ItemFacts, Optional<Instant>> start,
            Function<ItemFacts, Optional<Instant>> end) {
        this.title = title;
        this.rule = rule;
        this.about = about;
        this.leftOut = leftOut;
        this.start = start;
        this.end = end;
    }

    boolean leavesOut(ItemFacts item) {
        return about.test(item) && leftOut.test(item);
    }

    /** The item's wait on this clock, if it is one that the clock has started for. */
    Stream<Wait> wait(ItemFacts item) {
        return about.test(item) && !leftOut.test(item)
                ? start.apply(item).map(from -> new Wait(from, end.apply(item))).stream()
                : Stream.empty();
    }

    ClockReading reading(List<Wait> waits, long leftOutItems, Instant now) {
        WaitingTimes times = new WaitingTimes(waits, now);
        return new ClockReading(
                name(),
                title,
                rule,
                times.quantile(0.5),
                times.quantile(0.9),
                times.over(),
                times.open(),
                leftOutItems);
    }
}
