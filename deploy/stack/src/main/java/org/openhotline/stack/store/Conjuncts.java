// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Set;

/**
 * What a query asks of some fields, at its top or in a top-level {@code $and}. Whatever matches the query matches this, so
 * an index that answers it finds all that is looked for, and perhaps more.
 */
final class Conjuncts {
    private Conjuncts() {}

    static Document of(Document query, Set<String> fields) {
        var found = new Document();
        collect(query, fields, found);
        return found;
    }

    private static void collect(Document conjunct, Set<String> fields, Document found) {
        conjunct.forEach((name, value) -> {
            if (fields.contains(name)) {
                found.putIfAbsent(name, value);
            } else if (name.equals("$and") && value instanceof Collection<?> conjuncts) {
                conjuncts.forEach(inner -> collect((Document) inner, fields, found));
            }
        });
    }
}
