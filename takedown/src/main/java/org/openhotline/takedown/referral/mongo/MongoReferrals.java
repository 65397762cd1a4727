// SPDX-License-Identifier: Apache-2.0
package org.openhotline.takedown.referral.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.MongoAggregates;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.openhotline.takedown.referral.Referral;
import org.openhotline.takedown.referral.ReferralState;
import org.openhotline.takedown.referral.Referrals;
import org.openhotline.takedown.referral.RestoreReferral;
import org.springframework.data.domain.Sort;

final class MongoReferrals implements Referrals {
    private static final String STATE = "state.state";
    private static final String SENT_AT = "state.sentAt";
    private static final String ANNOUNCE_AT = "state.announceAt";
    private static final String TAKEN_AT = "state.acknowledgedAt";
    private static final String ITEM = "state.itemId";

    private final MongoAggregates<Referral> referrals;

    MongoReferrals(AggregateStores stores) {
        this.referrals = stores.of(
                AggregateType.REFERRAL,
                Referral.class,
                new RestoreReferral(),
                StateIndex.on(STATE, SENT_AT),
                StateIndex.on(STATE, TAKEN_AT),
                StateIndex.on(ANNOUNCE_AT),
                StateIndex.on(ITEM));
    }

    @Override
    public Optional<Referral> find(UUID id) {
        return referrals.find(id);
    }

    @Override
    public Referral change(UUID id, Function<Optional<Referral>, Decision<Referral>> command) {
        return referrals.change(id, command);
    }

    @Override
    public Applied apply(
            UUID id, Received<? extends Event> event, Function<Optional<Referral>, Decision<Referral>> effect) {
        return referrals.apply(id, event, effect);
    }

    @Override
    public List<Referral> onDesk(int limit) {
        return referrals.find(query(where(STATE).is(ReferralState.ON_DESK.name()))
                .with(Sort.by(SENT_AT))
                .limit(limit));
    }

    @Override
    public List<Referral> lastAcknowledged(int limit) {
        return referrals.find(query(where(STATE).is(ReferralState.ACKNOWLEDGED.name()))
                .with(Sort.by(Sort.Direction.DESC, TAKEN_AT))
                .limit(limit));
    }

    @Override
    public long count(ReferralState state) {
        return referrals.count(query(where(STATE).is(state.name())));
    }

    @Override
    public List<Referral> toAnnounce(Instant now, int limit) {
        return referrals.find(
                query(where(ANNOUNCE_AT).lte(now)).with(Sort.by(ANNOUNCE_AT)).limit(limit));
    }

    @Override
    public Optional<Referral> about(UUID itemId) {
        return referrals.find(query(where(ITEM).is(itemId.toString())).limit(1)).stream()
                .findFirst();
    }
}
