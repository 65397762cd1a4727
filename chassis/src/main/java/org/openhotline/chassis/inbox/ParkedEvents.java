// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.cloudevents.EnvelopeDocuments;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Events that wait, for an earlier one or for a person. */
public final class ParkedEvents {
    /** Why an event waits. */
    public enum Reason {
        /** An earlier event of its source is missing. */
        GAP,
        /** It could not be applied. */
        POISON
    }

    /** @param problem class of the exception, never its text, which may hold what must not be told */
    public record Parked(Envelope envelope, Reason reason, String problem, Instant since) {}

    private final MongoCollection<Document> collection;
    private final InstantSource clock;

    ParkedEvents(MongoTemplate mongo, InstantSource clock) {
        this.collection = mongo.getCollection("inbox-parked");
        this.clock = clock;
        collection.createIndex(Indexes.ascending("source", "sequence"));
    }

    public void park(Envelope envelope, Reason reason, String problem) {
        Document document = EnvelopeDocuments.write(envelope)
                .append("source", envelope.source())
                .append("reason", reason.name())
                .append("problem", problem)
                .append("since", Date.from(clock.instant()));
        collection.replaceOne(eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
    }

    /** Whether anything of {@code source} after {@code last} waits; what lies at or before it is left from a crash. */
    boolean holds(String source, long last) {
        return collection.find(and(eq("source", source), gt("sequence", last))).first() != null;
    }

    Optional<Parked> next(String source, long sequence) {
        return Optional.ofNullable(collection
                        .find(and(eq("source", source), eq("sequence", sequence)))
                        .first())
                .map(ParkedEvents::read);
    }

    /** The first of {@code source} that waits with this sequence or a higher one. */
    public Optional<Parked> first(String source, long sequence) {
        return Optional.ofNullable(collection
                        .find(and(eq("source", source), gte("sequence", sequence)))
                        .sort(Sorts.ascending("sequence"))
                        .first())
                .map(ParkedEvents::read);
    }

    /** The sources of which something waits. */
    public Set<String> sources() {
        return collection.distinct("source", String.class).into(new HashSet<>());
    }

    public void remove(UUID eventId) {
        collection.deleteOne(eq("_id", eventId.toString()));
    }

    List<Parked> all(int limit) {
        return collection
                .find()
                .sort(Sorts.ascending("source", "sequence"))
                .limit(limit)
                .map(ParkedEvents::read)
                .into(new ArrayList<>());
    }

    long count() {
        return collection.countDocuments();
    }

    private static Parked read(Document document) {
        return new Parked(
                EnvelopeDocuments.read(document),
                Reason.valueOf(document.getString("reason")),
                document.getString("problem"),
                document.getDate("since").toInstant());
    }
}
