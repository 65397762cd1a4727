// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

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
import org.openhotline.reportintake.disclosure.Disclosure;
import org.openhotline.reportintake.disclosure.DisclosureState;
import org.openhotline.reportintake.disclosure.Disclosures;
import org.springframework.data.domain.Sort;

/** Requests in the collection {@code disclosures}; there are few. */
final class MongoDisclosures implements Disclosures {
    private static final String STATE = "state.state";
    private static final String SUBMISSION = "state.submissionId";
    private static final String ASKED_AT = "state.askedAt";

    private final MongoAggregates<Disclosure> aggregates;

    MongoDisclosures(AggregateStores stores) {
        this.aggregates = stores.of(
                AggregateType.DISCLOSURE,
                Disclosure.class,
                StateIndex.on(STATE, ASKED_AT),
                StateIndex.on(SUBMISSION, ASKED_AT));
    }

    @Override
    public List<Disclosure> open(int limit) {
        return aggregates.find(query(where(STATE).in(DisclosureState.REQUESTED.name(), DisclosureState.APPROVED.name()))
                .with(Sort.by(ASKED_AT))
                .limit(limit));
    }

    @Override
    public List<Disclosure> of(UUID submissionId) {
        return aggregates.find(
                query(where(SUBMISSION).is(submissionId.toString())).with(Sort.by(ASKED_AT)));
    }

    @Override
    public Optional<Disclosure> find(UUID id) {
        return aggregates.find(id);
    }

    @Override
    public Disclosure change(UUID id, Function<Optional<Disclosure>, Decision<Disclosure>> command) {
        return aggregates.change(id, command);
    }

    @Override
    public Applied apply(
            UUID id, Received<? extends Event> event, Function<Optional<Disclosure>, Decision<Disclosure>> effect) {
        return aggregates.apply(id, event, effect);
    }
}
