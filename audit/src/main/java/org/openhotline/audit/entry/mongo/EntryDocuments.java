// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.mongo;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.LogEntry;

/** The shape of an entry in the store. The leaf is kept as its bytes; the fields beside it are for searching only. */
final class EntryDocuments {
    static final String JSON = "json";
    static final String KEY = "key";

    private EntryDocuments() {}

    static Document write(LogEntry entry) {
        Leaf leaf = entry.leaf();
        Document document = new Document("_id", leaf.eventId().toString())
                .append("leaf", new String(leaf.bytes(), StandardCharsets.UTF_8))
                .append("type", leaf.type())
                .append("time", Date.from(leaf.time()))
                .append(
                        "subjects",
                        entry.subjects().stream().map(UUID::toString).toList());
        entry.index().ifPresent(index -> document.append("index", index));
        entry.body().ifPresent(body -> document.append(JSON, body.json()).append(KEY, body.key()));
        return document;
    }

    static LogEntry read(Document document) {
        Number index = document.get("index", Number.class);
        List<String> subjects = document.getList("subjects", String.class);
        return new LogEntry(
                Leaf.parse(document.getString("leaf").getBytes(StandardCharsets.UTF_8)),
                index == null ? OptionalLong.empty() : OptionalLong.of(index.longValue()),
                subjects.stream().map(UUID::fromString).collect(Collectors.toSet()),
                Optional.ofNullable(document.getString(KEY))
                        .map(key -> new LogEntry.Body(document.getString(JSON), key)));
    }

    static LogEntry onlyLeaf(Leaf leaf) {
        return new LogEntry(leaf, OptionalLong.empty(), Set.of(leaf.aggregateId()), Optional.empty());
    }
}
