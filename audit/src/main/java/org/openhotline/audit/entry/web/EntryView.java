// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openhotline.audit.entry.Entry;
import org.openhotline.chassis.web.Times;
import org.openhotline.contracts.event.Topic;

/**
 * An entry as the pages show it. Texts that are not there are empty.
 *
 * @param what in words
 * @param detail more of it, where codes tell more
 * @param actor whoever did it
 * @param about what it is about, to look on from here
 */
record EntryView(
        String index,
        String eventId,
        String type,
        String what,
        String detail,
        Id actor,
        List<Id> about,
        String aggregate,
        String aggregateId,
        String sequence,
        String time,
        List<String> subjects,
        String leaf,
        String event,
        String eventKey) {
    /** The id of an account or a thing. */
    record Id(String text) {
        private static final int LONGEST = 20;
        private static final int END = 8;

        public boolean isGiven() {
            return !text.isEmpty();
        }

        /** Where there is little room: a UUID by its end, which is random, and never broken after the dots. */
        public String brief() {
            return text.length() > LONGEST ? "…\u2060" + text.substring(text.length() - END) : text;
        }
    }

    static EntryView of(FindEntries.Found found) {
        Entry entry = found.entry();
        return new EntryView(
                Long.toString(entry.index()),
                entry.leaf().eventId().toString(),
                entry.leaf().type(),
                EventWords.of(entry.leaf().type()),
                found.event().map(EventWords::detail).orElse(""),
                new Id(found.about().actor().orElse("")),
                about(found),
                entry.leaf().aggregate().wireName().replace('-', ' '),
                entry.leaf().aggregateId().toString(),
                Long.toString(entry.leaf().sequence()),
                Times.second(entry.leaf().time()),
                found.about().subjects().stream().map(Object::toString).sorted().toList(),
                new String(entry.leaf().bytes(), StandardCharsets.UTF_8),
                entry.body().map(Entry.Body::json).orElse(""),
                entry.body().map(Entry.Body::key).orElse(""));
    }

    /** What the entry belongs to; a look or the like is nothing by itself, but about something. */
    private static List<Id> about(FindEntries.Found found) {
        String itself = found.entry().leaf().aggregateId().toString();
        return found.entry().leaf().aggregate().topic() == Topic.ACCESS
                ? found.about().subjects().stream()
                        .map(Object::toString)
                        .filter(id -> !id.equals(itself))
                        .sorted()
                        .map(Id::new)
                        .toList()
                : List.of(new Id(itself));
    }
}
