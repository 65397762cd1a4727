// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.audit.entry.Entry;

/** An entry in a list, for programs. */
@Schema(name = "Entry")
record EntryJson(
        @Schema(description = "Place in the log, from 0") long index,

        UUID eventId,
        String type,

        @Schema(description = "What it belongs to, such as removal")
        String aggregate,

        UUID aggregateId,

        @Schema(description = "Its number among the entries of what it belongs to, from 1")
        long sequence,

        Instant time,

        @Schema(description = "Id of the account that did it; null where nobody did, or the event is erased")
        Optional<String> actor) {

    static EntryJson of(FindEntries.Found found) {
        Entry entry = found.entry();
        return new EntryJson(
                entry.index(),
                entry.leaf().eventId(),
                entry.leaf().type(),
                entry.leaf().aggregate().wireName(),
                entry.leaf().aggregateId(),
                entry.leaf().sequence(),
                entry.leaf().time(),
                found.about().actor());
    }

    /** Newest first. */
    @Schema(name = "Entries")
    record Page(
            List<EntryJson> entries,

            @Schema(description = "Give it as before to go on; null on the last page")
            Optional<Long> next) {
        static Page of(FindEntries.Page page) {
            Optional<Long> next =
                    page.next().isPresent() ? Optional.of(page.next().getAsLong()) : Optional.empty();
            return new Page(page.entries().stream().map(EntryJson::of).toList(), next);
        }
    }

    @Schema(name = "WholeEntry")
    record Whole(
            EntryJson entry,

            @Schema(description = "The bytes that were hashed, as text")
            String leaf,

            @Schema(description = "The event as it arrived; null where it has been erased")
            Optional<String> event,

            @Schema(description = "Key of the leaf's commitment to the event, in base64")
            Optional<String> eventKey) {
        static Whole of(FindEntries.Found found) {
            Entry entry = found.entry();
            return new Whole(
                    EntryJson.of(found),
                    new String(entry.leaf().bytes(), StandardCharsets.UTF_8),
                    entry.body().map(Entry.Body::json),
                    entry.body().map(Entry.Body::key));
        }
    }
}
