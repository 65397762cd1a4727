// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Decision;

/**
 * Erases what is due today, once a day for each rule, and certifies it. May be stopped anywhere and called again at any
 * time. What is under legal hold is spared.
 */
public final class RunPurge {
    private static final int AT_ONCE = 100;
    /** More under hold than this would not be counted, which no hotline comes near. */
    private static final int MOST_HELD = 10_000;

    private final Aggregates<Purge> purges;
    private final LegalHolds holds;
    private final InstantSource clock;

    public RunPurge(Aggregates<Purge> purges, LegalHolds holds, InstantSource clock) {
        this.purges = purges;
        this.holds = holds;
        this.clock = clock;
    }

    /** The run of today, complete. */
    public Purge run(RetentionRule rule) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(UTC).toLocalDate();
        UUID id = UUID.nameUUIDFromBytes(("purge/" + rule.name() + "/" + today).getBytes(UTF_8));
        Purge purge = purges.change(
                id,
                present ->
                        Decision.of(present.orElseGet(() -> Purge.begun(id, rule.name(), cutoff(rule, today, now)))));
        while (!purge.completed()) {
            purge = purge.batch().isEmpty() ? next(purge, rule) : erase(purge, rule);
        }
        return purge;
    }

    /** All that falls due in the course of the day, since people are told a day and not an hour. */
    private static Instant cutoff(RetentionRule rule, LocalDate today, Instant now) {
        Instant endOfDay = today.plusDays(1).atStartOfDay(UTC).toInstant().minus(rule.keep());
        return endOfDay.isAfter(now) ? now : endOfDay;
    }

    private Purge next(Purge purge, RetentionRule rule) {
        List<UUID> due = rule.due(purge.cutoff(), AT_ONCE, holds.held());
        return due.isEmpty() ? complete(purge, rule) : change(purge, p -> p.with(due));
    }

    private Purge complete(Purge purge, RetentionRule rule) {
        long held = rule.due(purge.cutoff(), MOST_HELD, java.util.Set.of()).size();
        return change(purge, p -> p.complete(held, clock.instant()));
    }

    private Purge erase(Purge purge, RetentionRule rule) {
        List<UUID> batch = purge.batch();
        List<UUID> free = batch.stream().filter(id -> !holds.isHeld(id)).toList();
        free.forEach(id -> rule.erase(id, clock.instant()));
        return change(purge, p -> p.without(batch, free.size()));
    }

    private Purge change(Purge purge, java.util.function.Function<Purge, Decision<Purge>> step) {
        return purges.change(purge.id(), present -> step.apply(present.orElseThrow()));
    }
}
