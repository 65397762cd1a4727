// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.contracts.InvalidInput;
import org.openhotline.contracts.event.WireNames;

/** What somebody asks for, as sent. Empty counts as not given. */
record EntryParameters(
        @Parameter(description = "Id of an item, report, notice, referral or of any other thing with events")
        Optional<String> subject,

        @Parameter(description = "Id of the account that did it, or system, or host")
        Optional<String> actor,

        @Parameter(description = "Wire name of an event, such as openhotline.removal.removed.v1")
        Optional<String> type,

        @Parameter(description = "First moment, or first day in UTC, such as 2026-03-31")
        Optional<String> from,

        @Parameter(description = "Moment before which, or last day in UTC")
        Optional<String> until,

        @Parameter(description = "Index of an entry; only older ones are shown")
        Optional<String> before) {
    private static final String MOMENT = "a day such as 2026-03-31 or a moment such as 2026-03-31T12:00:00Z";
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:_-]{0,63}");

    static EntryParameters about(UUID subject, Optional<String> before) {
        Optional<String> none = Optional.empty();
        return new EntryParameters(Optional.of(subject.toString()), none, none, none, none, before);
    }

    /** @throws InvalidInput where something of it cannot be looked for */
    EntryFilter filter() {
        EntryFilter filter = new EntryFilter(
                read("subject", subject, "an id such as 01890a5d-ac96-774b-bcce-b302099a8057", UUID::fromString),
                read("type", type, "the type of an event such as openhotline.removal.removed.v1", this::knownType),
                read("actor", actor, "the id of an account, or system, or host", EntryParameters::account),
                Optional.empty(),
                read("from", from, MOMENT, text -> moment(text, 0)),
                read("until", until, MOMENT, text -> moment(text, 1)));
        if (filter.from()
                .filter(start -> !filter.until().orElse(Instant.MAX).isAfter(start))
                .isPresent()) {
            throw new InvalidInput("until", "This ends before it begins.", "a day or moment after the first one");
        }
        return filter;
    }

    long beforeIndex() {
        return read("before", before, "the index of an entry", Long::parseUnsignedLong)
                .orElse(Long.MAX_VALUE);
    }

    /** As sent, for showing it again. */
    Map<String, String> texts() {
        return Map.of(
                "subject", subject.orElse(""),
                "actor", actor.orElse(""),
                "type", type.orElse(""),
                "from", from.orElse(""),
                "until", until.orElse(""));
    }

    private String knownType(String name) {
        WireNames.event(name);
        return name;
    }

    private static String account(String text) {
        if (!ACCOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException("no account is called like this");
        }
        return text;
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
