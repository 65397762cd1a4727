// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.openhotline.audit.entry.Entry;

/** An entry as the pages show it. Texts that are not there are empty. */
record EntryView(
        String index,
        String eventId,
        String type,
        String what,
        String aggregate,
        String aggregateId,
        String sequence,
        String time,
        List<String> subjects,
        String leaf,
        String event,
        String eventKey) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static EntryView of(Entry entry, Set<UUID> subjects) {
        return new EntryView(
                Long.toString(entry.index()),
                entry.leaf().eventId().toString(),
                entry.leaf().type(),
                words(entry.leaf().type()),
                entry.leaf().aggregate().wireName(),
                entry.leaf().aggregateId().toString(),
                Long.toString(entry.leaf().sequence()),
                time(entry.leaf().time()),
                subjects.stream().map(Object::toString).sorted().toList(),
                new String(entry.leaf().bytes(), StandardCharsets.UTF_8),
                entry.body().map(Entry.Body::json).orElse(""),
                entry.body().map(Entry.Body::key).orElse(""));
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** {@code openhotline.assessed-item.not-accessible.v1} as "assessed item: not accessible". */
    static String words(String type) {
        String[] parts = type.split("\\.", -1);
        return parts.length > 2 ? (parts[1] + ": " + parts[2]).replace('-', ' ') : type;
    }
}
