// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.message.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.chassis.outbox.StoredAggregates;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.reportintake.message.Correspondence;
import org.openhotline.reportintake.message.Correspondences;
import org.springframework.data.domain.Sort;

/** Messages in the collection {@code correspondences}. */
final class MongoCorrespondences extends StoredAggregates<Correspondence> implements Correspondences {
    private static final String LATEST = "state.latest";
    private static final String UNREAD = "state.unread";

    MongoCorrespondences(AggregateStores stores) {
        super(stores.of(
                AggregateType.CORRESPONDENCE,
                Correspondence.class,
                Correspondence::restored,
                StateIndex.on(LATEST),
                StateIndex.on(UNREAD)));
    }

    @Override
    public List<Correspondence> lastWrittenBefore(Instant cutoff, int limit, Set<UUID> except) {
        return stored.find(query(where(LATEST)
                        .lt(cutoff)
                        .and("_id")
                        .nin(except.stream().map(UUID::toString).toList()))
                .with(Sort.by(LATEST))
                .limit(limit));
    }

    @Override
    public List<Correspondence> unread(int limit) {
        return stored.find(
                query(where(UNREAD).gt(Instant.EPOCH)).with(Sort.by(UNREAD)).limit(limit));
    }
}
