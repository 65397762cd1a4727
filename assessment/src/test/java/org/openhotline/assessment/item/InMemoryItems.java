// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openhotline.chassis.test.InMemoryAggregates;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;

/** The promises of {@link AssessedItems} in memory. */
public final class InMemoryItems implements AssessedItems {
    private static final Comparator<AssessedItem> MOST_URGENT = Comparator.comparing(
                    (AssessedItem item) -> item.reports().order())
            .thenComparing(item -> item.reports().rank());

    private final InMemoryAggregates<AssessedItem> aggregates = new InMemoryAggregates<>();

    public List<Event> events() {
        return aggregates.events();
    }

    public <E extends Event> List<E> events(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public Optional<AssessedItem> find(UUID id) {
        return aggregates.find(id);
    }

    @Override
    public AssessedItem change(UUID id, Function<Optional<AssessedItem>, Decision<AssessedItem>> command) {
        return aggregates.change(id, present -> onlyOneClaimEach(command.apply(present)));
    }

    @Override
    public Applied apply(
            UUID id, Received<? extends Event> event, Function<Optional<AssessedItem>, Decision<AssessedItem>> effect) {
        return aggregates.apply(id, event, effect);
    }

    private Decision<AssessedItem> onlyOneClaimEach(Decision<AssessedItem> decision) {
        AssessedItem changed = decision.state();
        boolean holdsAnother = changed.claim()
                .flatMap(claim -> heldBy(claim.holder()))
                .filter(held -> !held.id().equals(changed.id()))
                .isPresent();
        if (holdsAnother) {
            throw new Conflict("holds another item");
        }
        return decision;
    }

    @Override
    public Optional<AssessedItem> heldBy(String analyst) {
        return all(item -> item.claim().filter(c -> c.holder().equals(analyst)).isPresent())
                .findFirst();
    }

    @Override
    public List<AssessedItem> waitingFor(Actor actor, int limit) {
        return all(item -> isFor(actor, item)).sorted(MOST_URGENT).limit(limit).toList();
    }

    @Override
    public List<AssessedItem> selfReportsFor(Actor actor, int limit) {
        return all(item -> isFor(actor, item) && item.reports().selfReport())
                .sorted(MOST_URGENT)
                .limit(limit)
                .toList();
    }

    @Override
    public long countWaitingFor(Actor actor) {
        return all(item -> isFor(actor, item)).count();
    }

    private static boolean isFor(Actor actor, AssessedItem item) {
        return item.state().isWaiting()
                && !item.wasJudgedBy(actor.id())
                && (item.state() != ItemState.AWAITING_SENIOR || actor.isOneOf(Role.SENIOR_ANALYST));
    }

    @Override
    public long count(ItemState state) {
        return all(item -> item.state() == state).count();
    }

    @Override
    public List<AssessedItem> leftBehind(Instant now, int limit) {
        return all(item -> item.claim().filter(c -> c.hasEnded(now)).isPresent())
                .limit(limit)
                .toList();
    }

    @Override
    public List<AssessedItem> toTrace(Instant now, int limit) {
        return all(item -> item.tracing().isDue(now)).limit(limit).toList();
    }

    @Override
    public List<AssessedItem> withFailedTrace(int limit) {
        return all(item -> !item.state().isFinal()
                        && item.tracing().due().isEmpty()
                        && item.tracing()
                                .result()
                                .filter(t -> t.outcome() == TraceOutcome.FAILED)
                                .isPresent())
                .limit(limit)
                .toList();
    }

    @Override
    public List<AssessedItem> judgedBy(String analyst, int limit) {
        return all(item -> item.wasJudgedBy(analyst)).limit(limit).toList();
    }

    private Stream<AssessedItem> all(Predicate<AssessedItem> which) {
        return aggregates.all().stream().filter(which);
    }
}
