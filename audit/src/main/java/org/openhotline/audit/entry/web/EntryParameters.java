// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.event.WireNames;

/**
 * What somebody asks for, as sent. Empty counts as not given.
 *
 * @param subject id of an item, submission, notice, referral or of any other thing with events
 * @param type wire name of an event
 * @param from first moment or day (UTC), inclusive
 * @param until last moment, exclusive, or last day (UTC), inclusive
 * @param before index below which to go on
 */
record EntryParameters(
        Optional<String> subject,
        Optional<String> type,
        Optional<String> from,
        Optional<String> until,
        Optional<String> before) {
    private static final String MOMENT = "a day such as 2026-03-31 or a moment such as 2026-03-31T12:00:00Z";

    EntryFilter filter() {
        return new EntryFilter(
                read("subject", subject, "an id such as 01890a5d-ac96-774b-bcce-b302099a8057", UUID::fromString),
                read("type", type, "the type of an event such as openhotline.removal.removed.v1", this::knownType),
                Optional.empty(),
                Optional.empty(),
                read("from", from, MOMENT, text -> moment(text, 0)),
                read("until", until, MOMENT, text -> moment(text, 1)));
    }

    long beforeIndex() {
        return read("before", before, "the index of an entry", Long::parseUnsignedLong)
                .orElse(Long.MAX_VALUE);
    }

    private String knownType(String name) {
        WireNames.event(name);
        return name;
    }

    private static Instant moment(String text, int daysLater) {
        return text.contains("T")
                ? Instant.parse(text)
                : LocalDate.parse(text)
                        .plusDays(daysLater)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
    }

    private static <T> Optional<T> read(
            String field, Optional<String> text, String allowed, Function<String, T> reader) {
        try {
            return text.map(String::strip).filter(t -> !t.isEmpty()).map(reader);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new InvalidInput(field, "This cannot be looked for.", allowed);
        }
    }
}
