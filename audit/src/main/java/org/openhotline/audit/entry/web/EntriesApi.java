// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.openhotline.audit.entry.Entry;
import org.openhotline.contracts.InvalidInput;
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

    /** @param limit how many at most, 1 to 200 */
    @GetMapping("/api/entries")
    EntryJson.Page entries(
            @RequestParam Optional<String> subject,
            @RequestParam Optional<String> type,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> until,
            @RequestParam Optional<String> before,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput("limit", "This many entries cannot be shown at once.", "1 to " + MOST);
        }
        EntryParameters asked = new EntryParameters(subject, type, from, until, before);
        return EntryJson.Page.of(find.page(asked.filter(), asked.beforeIndex(), limit));
    }

    @GetMapping("/api/entries/{eventId}")
    EntryJson.Whole entry(@PathVariable UUID eventId) {
        return EntryJson.Whole.of(find.entry(eventId));
    }

    /** The bytes that were hashed. */
    @GetMapping(path = "/api/entries/{eventId}/leaf", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] leaf(@PathVariable UUID eventId) {
        return find.entry(eventId).leaf().bytes();
    }

    /** The bytes that the leaf commits to; nothing where they have been erased. */
    @GetMapping(path = "/api/entries/{eventId}/event", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] event(@PathVariable UUID eventId) {
        return find.entry(eventId).body().map(Entry.Body::json).orElse("").getBytes(StandardCharsets.UTF_8);
    }

    @GetMapping(path = "/api/entries/{eventId}/proof", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=utf-8")
    String proof(@PathVariable UUID eventId) {
        return find.proof(find.entry(eventId)).text();
    }
}
