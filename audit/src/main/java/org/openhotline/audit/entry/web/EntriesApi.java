// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.openhotline.audit.entry.Entry;
import org.openhotline.audit.web.Problems;
import org.openhotline.contracts.InvalidInput;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class EntriesApi {
    private static final int MOST = 200;

    private final FindEntries find;

    EntriesApi(FindEntries find) {
        this.find = find;
    }

    @Operation(operationId = "entries", summary = "Entries that fit everything that is given, newest first")
    @Problems
    @GetMapping("/api/entries")
    EntryJson.Page entries(
            @ParameterObject EntryParameters asked,
            @Parameter(
                            description = "How many at most",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput("limit", "This many entries cannot be shown at once.", "1 to " + MOST);
        }
        return EntryJson.Page.of(find.page(asked, limit));
    }

    @Operation(operationId = "entry", summary = "The entry of an event")
    @Problems
    @GetMapping("/api/entries/{eventId}")
    EntryJson.Whole entry(@PathVariable UUID eventId) {
        return EntryJson.Whole.of(find.entry(eventId));
    }

    @Operation(operationId = "leaf", summary = "The bytes that were hashed")
    @Problems
    @GetMapping(path = "/api/entries/{eventId}/leaf", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] leaf(@PathVariable UUID eventId) {
        return find.entry(eventId).entry().leaf().bytes();
    }

    @Operation(
            operationId = "event",
            summary = "The bytes that the leaf commits to",
            description = "Nothing where they have been erased. Addresses and words from outside are sealed in them.")
    @Problems
    @GetMapping(path = "/api/entries/{eventId}/event", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] event(@PathVariable UUID eventId) {
        return find.entry(eventId)
                .entry()
                .body()
                .map(Entry.Body::json)
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Operation(
            operationId = "receipt",
            summary = "The receipt: that the entry is in the log",
            description = "A C2SP tlog-proof under the last checkpoint. Notices and referrals name the event.")
    @Problems
    @GetMapping(path = "/api/entries/{eventId}/proof", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=utf-8")
    String proof(@PathVariable UUID eventId) {
        return find.proof(eventId).text();
    }
}
