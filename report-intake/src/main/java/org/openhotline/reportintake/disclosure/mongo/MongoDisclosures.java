// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.disclosure.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.UUID;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.chassis.outbox.StoredAggregates;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.reportintake.disclosure.Disclosure;
import org.openhotline.reportintake.disclosure.DisclosureState;
import org.openhotline.reportintake.disclosure.Disclosures;
import org.springframework.data.domain.Sort;

/** Requests in the collection {@code disclosures}; there are few. */
final class MongoDisclosures extends StoredAggregates<Disclosure> implements Disclosures {
    private static final String STATE = "state.state";
    private static final String SUBMISSION = "state.submissionId";
    private static final String ASKED_AT = "state.askedAt";

    MongoDisclosures(AggregateStores stores) {
        super(stores.of(
                AggregateType.DISCLOSURE,
                Disclosure.class,
                Disclosure::restored,
                StateIndex.on(STATE, ASKED_AT),
                StateIndex.on(SUBMISSION, ASKED_AT)));
    }

    @Override
    public List<Disclosure> open(int limit) {
        return stored.find(query(where(STATE).in(DisclosureState.REQUESTED.name(), DisclosureState.APPROVED.name()))
                .with(Sort.by(ASKED_AT))
                .limit(limit));
    }

    @Override
    public List<Disclosure> of(UUID submissionId) {
        return stored.find(query(where(SUBMISSION).is(submissionId.toString())).with(Sort.by(ASKED_AT)));
    }
}
