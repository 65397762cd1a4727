// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.removal.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.country.CountryProfile.PoliceRules;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.openhotline.takedown.removal.Removal;
import org.openhotline.takedown.removal.RemovalState;
import org.openhotline.takedown.removal.Removals;
import org.openhotline.takedown.removal.RestoreRemoval;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

final class MongoRemovals implements Removals {
    private static final String STATE = "state.state";
    private static final String SINCE = "state.since";
    private static final String CONFIRMED_AT = "state.confirmed.at";
    private static final String HOLD_UNTIL = "state.hold.until";
    private static final String HOSTS_WORD = "state.hostsWord";
    private static final String SILENCE_RELEASES = "state.hold.silenceReleases";

    private final MongoAggregates<Removal> removals;

    MongoRemovals(AggregateStores stores, PoliceRules police) {
        this.removals = stores.of(
                AggregateType.REMOVAL,
                Removal.class,
                new RestoreRemoval(police),
                StateIndex.on(STATE, CONFIRMED_AT),
                StateIndex.on(STATE, HOLD_UNTIL),
                StateIndex.on(STATE, HOSTS_WORD),
                StateIndex.on(STATE, SINCE));
    }

    @Override
    public Optional<Removal> find(UUID id) {
        return removals.find(id);
    }

    @Override
    public Removal change(UUID id, Function<Optional<Removal>, Decision<Removal>> command) {
        return removals.change(id, command);
    }

    @Override
    public Applied apply(
            UUID id, Received<? extends Event> event, Function<Optional<Removal>, Decision<Removal>> effect) {
        return removals.apply(id, event, effect);
    }

    @Override
    public List<Removal> in(Set<RemovalState> states, int limit) {
        return removals.find(query(inOneOf(states)).with(Sort.by(CONFIRMED_AT)).limit(limit));
    }

    @Override
    public List<Removal> lastRemoved(int limit) {
        return removals.find(query(inOneOf(Set.of(RemovalState.REMOVED)))
                .with(Sort.by(Sort.Direction.DESC, SINCE))
                .limit(limit));
    }

    @Override
    public long count(Set<RemovalState> states) {
        return removals.count(query(inOneOf(states)));
    }

    @Override
    public List<UUID> holdsOver(Instant now) {
        Criteria over = where(STATE)
                .is(RemovalState.ON_HOLD.name())
                .and(HOLD_UNTIL)
                .lte(now)
                .and(SILENCE_RELEASES)
                .is(true);
        return removals.find(query(over)).stream().map(Removal::itemId).toList();
    }

    @Override
    public List<UUID> onTheHostsWord(Instant said) {
        Criteria due =
                where(STATE).is(RemovalState.REMOVED.name()).and(HOSTS_WORD).lte(said);
        return removals.find(query(due)).stream().map(Removal::itemId).toList();
    }

    private static Criteria inOneOf(Set<RemovalState> states) {
        return where(STATE).in(states.stream().map(RemovalState::name).toList());
    }
}
