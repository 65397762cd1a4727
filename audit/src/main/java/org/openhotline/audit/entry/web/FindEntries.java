// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.openhotline.audit.entry.Entries;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.LogEntry;
import org.openhotline.audit.log.Log;
import org.openhotline.audit.proof.TlogProof;
import org.openhotline.contracts.NotFound;
import org.springframework.stereotype.Component;

/** What pages and API ask of the log. */
@Component
final class FindEntries {
    private final Entries entries;
    private final Log log;

    FindEntries(Entries entries, Log log) {
        this.entries = entries;
        this.log = log;
    }

    /** @param next where to go on with older ones; empty on the last page */
    record Page(List<LogEntry> entries, OptionalLong next) {}

    Page page(EntryFilter filter, long before, int size) {
        List<LogEntry> found = entries.search(filter, before, size + 1);
        if (found.size() <= size) {
            return new Page(found, OptionalLong.empty());
        }
        List<LogEntry> page = found.subList(0, size);
        return new Page(page, page.getLast().index());
    }

    LogEntry entry(UUID eventId) {
        return entries.find(eventId).orElseThrow(() -> new NotFound("The log has no entry for this event."));
    }

    /** Against the last checkpoint. */
    TlogProof proof(LogEntry entry) {
        long index = entry.index().orElseThrow();
        Log.Head head = head();
        if (index >= head.size()) {
            throw new NotFound("The entry is being appended. Please ask again in a second.");
        }
        return log.prove(index, head);
    }

    Log.Head head() {
        try {
            return log.head().orElseThrow(() -> new NotFound("The log has not begun yet."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String verifierKey() {
        return log.key().text();
    }
}
