// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.audit.entry.Entry;

/** An entry in a list, for programs. */
record EntryJson(
        long index, UUID eventId, String type, String aggregate, UUID aggregateId, long sequence, Instant time) {

    static EntryJson of(Entry entry) {
        return new EntryJson(
                entry.index(),
                entry.leaf().eventId(),
                entry.leaf().type(),
                entry.leaf().aggregate().wireName(),
                entry.leaf().aggregateId(),
                entry.leaf().sequence(),
                entry.leaf().time());
    }

    /** @param next give it as {@code before} to go on; null on the last page */
    record Page(List<EntryJson> entries, Optional<Long> next) {
        static Page of(FindEntries.Page page) {
            Optional<Long> next =
                    page.next().isPresent() ? Optional.of(page.next().getAsLong()) : Optional.empty();
            return new Page(page.entries().stream().map(EntryJson::of).toList(), next);
        }
    }

    /**
     * @param leaf the bytes that were hashed, as text
     * @param event the event as it arrived; null where it has been erased
     * @param eventKey base64 of the key of the leaf's commitment to {@code event}
     */
    record Whole(EntryJson entry, String leaf, Optional<String> event, Optional<String> eventKey) {
        static Whole of(Entry entry) {
            return new Whole(
                    EntryJson.of(entry),
                    new String(entry.leaf().bytes(), StandardCharsets.UTF_8),
                    entry.body().map(Entry.Body::json),
                    entry.body().map(Entry.Body::key));
        }
    }
}
