// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;

/**
 * The {@code $match} with which a pipeline begins, for the collection that it reads. As shipped, every aggregation reads
 * its whole collection, and counting is one.
 */
final class FirstMatch {
    static final ScopedValue<FirstMatch> OF_THIS_COMMAND = ScopedValue.newInstance();

    /** What drivers make of {@code countDocuments}. */
    private static final Document COUNT =
            new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)));

    private final String collection;
    private Optional<Match> match;

    private FirstMatch(String collection, Optional<Match> match) {
        this.collection = collection;
        this.match = match;
    }

    /** @param counted what matches is counted and nothing else */
    record Match(Document query, boolean counted) {}

    static FirstMatch of(String command, Document message) {
        Optional<Match> match = command.equalsIgnoreCase("aggregate")
                        && message.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.getFirst() instanceof Document first
                        && first.get("$match") instanceof Document query
                ? Optional.of(new Match(query, stages.size() == 2 && COUNT.equals(stages.getLast())))
                : Optional.empty();
        return new FirstMatch(String.valueOf(message.get(command)), match);
    }

    /** Once: what a later stage reads of the same collection is not for it. */
    Optional<Match> takeFor(String name) {
        if (!name.equals(collection)) {
            return Optional.empty();
        }
        Optional<Match> taken = match;
        match = Optional.empty();
        return taken;
    }
}
