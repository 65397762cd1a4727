// SPDX-License-Identifier: Apache-2.0
package org.openhotline.reportintake.batch.mongo;

import java.util.List;
import org.openhotline.chassis.outbox.AggregateStores;
import org.openhotline.chassis.outbox.StateIndex;
import org.openhotline.chassis.outbox.StoredAggregates;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.reportintake.batch.Import;
import org.openhotline.reportintake.batch.Imports;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Query;

/** Imports in the collection {@code imports}. */
final class MongoImports extends StoredAggregates<Import> implements Imports {
    private static final String STARTED_AT = "state.startedAt";

    MongoImports(AggregateStores stores) {
        super(stores.of(AggregateType.IMPORT, Import.class, Import::restored, StateIndex.on(STARTED_AT)));
    }

    @Override
    public List<Import> latest(int limit) {
        return stored.find(
                new Query().with(Sort.by(Sort.Direction.DESC, STARTED_AT)).limit(limit));
    }
}
