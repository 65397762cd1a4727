// SPDX-License-Identifier: Apache-2.0
package org.openhotline.assessment.item.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.assessment.item.AssessedItem;
import org.openhotline.assessment.item.AssessedItems;
import org.openhotline.assessment.item.ItemState;
import org.openhotline.assessment.item.RestoreItem;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.openhotline.contracts.item.TraceOutcome;
import org.openhotline.contracts.staff.Actor;
import org.openhotline.contracts.staff.Role;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

final class MongoItems implements AssessedItems {
    private static final String STATE = "state.state";
    private static final String ORDER = "state.reports.order";
    private static final String RANK = "state.reports.rank";
    private static final String SELF_REPORT = "state.reports.selfReport";
    private static final String LAST_REPORT = "state.reports.last";
    private static final String HOLDER = "state.claim.holder";
    private static final String LEASE_END = "state.claim.until";
    private static final String TRACE_DUE = "state.tracing.due";
    private static final String TRACE_OUTCOME = "state.tracing.result.outcome";
    private static final String JUDGED_BY = "state.judgements.actor";
    private static final String JUDGED_EARLIER_BY = "state.earlier.actor";
    private static final String TRIAGED_BY = "state.triages.actor";

    private static final Sort MOST_URGENT = Sort.by(ORDER, RANK);

    private final MongoAggregates<AssessedItem> items;

    MongoItems(AggregateStores stores) {
        this.items = stores.of(
                AggregateType.ASSESSED_ITEM,
                AssessedItem.class,
                new RestoreItem(),
                StateIndex.on(STATE, ORDER, RANK),
                StateIndex.unique(HOLDER),
                StateIndex.on(LEASE_END),
                StateIndex.on(TRACE_DUE),
                StateIndex.on(JUDGED_BY),
                StateIndex.on(JUDGED_EARLIER_BY),
                StateIndex.on(TRIAGED_BY));
    }

    @Override
    public Optional<AssessedItem> find(UUID id) {
        return items.find(id);
    }

    @Override
    public AssessedItem change(UUID id, Function<Optional<AssessedItem>, Decision<AssessedItem>> command) {
        try {
            return items.change(id, command);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                throw new Conflict("You hold another item. Decide on it or give it back first.");
            }
            throw e;
        }
    }

    @Override
    public Applied apply(
            UUID id, Received<? extends Event> event, Function<Optional<AssessedItem>, Decision<AssessedItem>> effect) {
        return items.apply(id, event, effect);
    }

    @Override
    public Optional<AssessedItem> heldBy(String analyst) {
        return items.find(query(where(HOLDER).is(analyst))).stream().findFirst();
    }

    @Override
    public List<AssessedItem> waitingFor(Actor actor, int limit) {
        return items.find(query(waiting(actor)).with(MOST_URGENT).limit(limit));
    }

    @Override
    public List<AssessedItem> selfReportsFor(Actor actor, int limit) {
        return items.find(query(waiting(actor).and(SELF_REPORT).is(true))
                .with(MOST_URGENT)
                .limit(limit));
    }

    @Override
    public long countWaitingFor(Actor actor) {
        return items.count(query(waiting(actor)));
    }

    @Override
    public long count(ItemState state) {
        return items.count(query(where(STATE).is(state.name())));
    }

    @Override
    public List<AssessedItem> leftBehind(Instant now, int limit) {
        return items.find(query(where(LEASE_END).lte(now)).limit(limit));
    }

    @Override
    public List<AssessedItem> toTrace(Instant now, int limit) {
        return items.find(dueBy(now).with(Sort.by(TRACE_DUE)).limit(limit));
    }

    @Override
    public List<AssessedItem> withFailedTrace(int limit) {
        Criteria givenUp = where(STATE)
                .in(waitingStates(true))
                .and(TRACE_OUTCOME)
                .is(TraceOutcome.FAILED.name())
                .and(TRACE_DUE)
                .exists(false);
        return items.find(query(givenUp).with(MOST_URGENT).limit(limit));
    }

    @Override
    public List<AssessedItem> judgedBy(String analyst, int limit) {
        Criteria his = new Criteria()
                .orOperator(
                        where(JUDGED_BY).is(analyst),
                        where(JUDGED_EARLIER_BY).is(analyst),
                        where(TRIAGED_BY).is(analyst));
        return items.find(
                query(his).with(Sort.by(Sort.Direction.DESC, LAST_REPORT)).limit(limit));
    }

    private static Query dueBy(Instant now) {
        return query(where(TRACE_DUE).lte(now));
    }

    private static Criteria waiting(Actor actor) {
        return where(STATE)
                .in(waitingStates(actor.isOneOf(Role.SENIOR_ANALYST)))
                .and(JUDGED_BY)
                .ne(actor.id());
    }

    private static List<String> waitingStates(boolean senior) {
        return List.of(ItemState.values()).stream()
                .filter(ItemState::isWaiting)
                .filter(state -> senior || state != ItemState.AWAITING_SENIOR)
                .map(ItemState::name)
                .toList();
    }
}
