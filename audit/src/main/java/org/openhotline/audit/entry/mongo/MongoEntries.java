// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openhotline.audit.entry.Entries;
import org.openhotline.audit.entry.EntryFilter;
import org.openhotline.audit.entry.Leaf;
import org.openhotline.audit.entry.LogEntry;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Two collections: {@code arrivals} holds what waits and stays small, {@code entries} what has an index. Both have the
 * event's id as {@code _id}; the unique index on {@code index} is what stops a second appender. Entries are asked for
 * by {@code _id} or by a list of indexes wherever that can be, which every store answers without a scan.
 */
final class MongoEntries implements Entries {
    private final MongoCollection<Document> arrivals;
    private final MongoCollection<Document> entries;
    private final InstantSource clock;

    /** A next index that was right once; indexes are only ever added. */
    private volatile long knownNext;

    MongoEntries(MongoTemplate mongo, InstantSource clock) {
        this.arrivals = mongo.getCollection("arrivals");
        this.entries = mongo.getCollection("entries");
        this.clock = clock;
        entries.createIndex(Indexes.ascending("index"), new IndexOptions().unique(true));
        entries.createIndex(Indexes.ascending("subjects", "index"));
        entries.createIndex(Indexes.ascending("type", "index"));
        entries.createIndex(Indexes.ascending("time"));
    }

    @Override
    public void addIfAbsent(LogEntry entry) {
        try {
            arrivals.insertOne(EntryDocuments.write(entry).append("received", Date.from(clock.instant())));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public List<LogEntry> waiting(int most) {
        return arrivals.find()
                .sort(Sorts.ascending("received", "_id"))
                .limit(most)
                .map(EntryDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public long nextIndex() {
        long low = knownNext;
        long step = 1;
        while (hasIndex(low + step - 1)) {
            low += step;
            step *= 2;
        }
        // Here low - 1 is there (or low is where we began) and low + step - 1 is not: there are no holes in between.
        long high = low + step - 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (hasIndex(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        knownNext = low;
        return low;
    }

    @Override
    public List<LogEntry> assign(long first, List<LogEntry> waiting) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<String> ids = waiting.stream().map(e -> e.eventId().toString()).toList();
        Set<String> known = new HashSet<>();
        entries.find(in("_id", ids)).projection(Projections.include("_id")).forEach(d -> known.add(d.getString("_id")));
        List<LogEntry> fresh = new ArrayList<>();
        for (LogEntry entry : waiting) {
            if (!known.contains(entry.eventId().toString())) {
                fresh.add(entry.at(first + fresh.size()));
            }
        }
        insert(first, fresh);
        arrivals.deleteMany(in("_id", ids));
        return fresh;
    }

    @Override
    public List<LogEntry> sequenced(long from, int most) {
        return withIndexes(from, from + most)
                .sort(Sorts.ascending("index"))
                .map(EntryDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public void adopt(long index, Leaf leaf) {
        entries.insertOne(EntryDocuments.write(EntryDocuments.onlyLeaf(leaf).at(index)));
        arrivals.deleteOne(eq("_id", leaf.eventId().toString()));
    }

    @Override
    public Optional<LogEntry> find(UUID eventId) {
        return Optional.ofNullable(entries.find(eq("_id", eventId.toString())).first())
                .map(EntryDocuments::read);
    }

    @Override
    public List<LogEntry> search(EntryFilter filter, long before, int most) {
        List<Bson> conditions = new ArrayList<>();
        filter.subject().ifPresent(id -> conditions.add(eq("subjects", id.toString())));
        filter.type().ifPresent(type -> conditions.add(eq("type", type)));
        filter.from().ifPresent(from -> conditions.add(gte("time", Date.from(from))));
        filter.until().ifPresent(until -> conditions.add(lt("time", Date.from(until))));
        long end = Math.min(before, nextIndex());
        if (!conditions.isEmpty()) {
            conditions.add(lt("index", end));
        }
        var found = conditions.isEmpty() ? withIndexes(Math.max(0, end - most), end) : entries.find(and(conditions));
        return found.sort(Sorts.descending("index"))
                .limit(most)
                .map(EntryDocuments::read)
                .into(new ArrayList<>());
    }

    @Override
    public void eraseBody(UUID eventId) {
        entries.updateOne(
                eq("_id", eventId.toString()),
                Updates.combine(Updates.unset(EntryDocuments.JSON), Updates.unset(EntryDocuments.KEY)));
    }

    private void insert(long first, List<LogEntry> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        try {
            entries.insertMany(fresh.stream().map(EntryDocuments::write).toList());
            knownNext = first + fresh.size();
        } catch (MongoBulkWriteException e) {
            boolean isTaken = e.getWriteErrors().stream()
                    .anyMatch(w -> ErrorCategory.fromErrorCode(w.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (isTaken) {
                throw new IndexTaken(first);
            }
            throw e;
        }
    }

    private FindIterable<Document> withIndexes(long from, long to) {
        return entries.find(in("index", LongStream.range(from, to).boxed().toList()));
    }

    private boolean hasIndex(long index) {
        return entries.find(eq("index", index))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }
}
