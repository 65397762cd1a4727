// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.conversions.Bson;

/** An ascending index over document fields such as {@code state.key}; documents without them are not in it. */
public record StateIndex(List<String> fields, boolean isUnique) {
    public StateIndex {
        fields = List.copyOf(fields);
    }

    public static StateIndex on(String... fields) {
        return new StateIndex(List.of(fields), false);
    }

    /** No two aggregates may agree in these fields. */
    public static StateIndex unique(String... fields) {
        return new StateIndex(List.of(fields), true);
    }

    Bson keys() {
        return Indexes.ascending(fields);
    }

    IndexOptions options() {
        return new IndexOptions().unique(isUnique).sparse(true);
    }
}
