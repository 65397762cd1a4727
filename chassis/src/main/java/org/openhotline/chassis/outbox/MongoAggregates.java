// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.cloudevents.EnvelopeDocuments;
import org.openhotline.contracts.Conflict;
import org.openhotline.contracts.aggregate.Aggregates;
import org.openhotline.contracts.aggregate.Applied;
import org.openhotline.contracts.aggregate.Decision;
import org.openhotline.contracts.aggregate.Received;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** Aggregates as documents, each change one atomic write (see the package page). */
public final class MongoAggregates<S> implements Aggregates<S> {
    /** More rivals than this for one document is not contention but a fault. */
    private static final int TRIES = 100;

    private final AggregateType type;
    private final Class<S> stateType;
    private final MongoTemplate mongo;
    private final EnvelopeFactory envelopes;
    private final RelayQueue relay;

    MongoAggregates(
            AggregateType type, Class<S> stateType, MongoTemplate mongo, EnvelopeFactory envelopes, RelayQueue relay) {
        this.type = type;
        this.stateType = stateType;
        this.mongo = mongo;
        this.envelopes = envelopes;
        this.relay = relay;
    }

    @Override
    public Optional<S> find(UUID id) {
        return load(id).map(Stored::state);
    }

    /** The states whose documents match, for example {@code query(where("state.status").is("QUEUED"))}. */
    public List<S> find(Query query) {
        return mongo.find(query, Document.class, type.collection()).stream()
                .map(document -> new Stored(document).state())
                .toList();
    }

    public long count(Query query) {
        return mongo.count(query, type.collection());
    }

    @Override
    public S change(UUID id, Function<Optional<S>, Decision<S>> command) {
        return write(id, Optional.empty(), command).state();
    }

    @Override
    public Applied apply(UUID id, Received<? extends Event> event, Function<Optional<S>, Decision<S>> effect) {
        return write(id, Optional.of(event), effect).applied();
    }

    private Outcome<S> write(
            UUID id, Optional<Received<? extends Event>> cause, Function<Optional<S>, Decision<S>> command) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Stored> stored = load(id);
            if (stored.isPresent() && cause.filter(stored.get()::hasApplied).isPresent()) {
                return new Outcome<>(stored.get().state(), Applied.DUPLICATE);
            }
            Optional<S> before = stored.map(Stored::state);
            Decision<S> decision = command.apply(before);
            boolean changesNothing = before.filter(decision.state()::equals).isPresent()
                    && decision.events().isEmpty();
            if (changesNothing && cause.isEmpty()) {
                return new Outcome<>(decision.state(), Applied.APPLIED);
            }
            if (storeAndTellRelay(id, stored, decision, cause)) {
                return new Outcome<>(decision.state(), Applied.APPLIED);
            }
        }
        throw new Conflict("Too many changes at the same moment. Please try again.");
    }

    /** Also where the reply was lost the write may stand, so the relay is to look. */
    private boolean storeAndTellRelay(
            UUID id, Optional<Stored> stored, Decision<S> decision, Optional<Received<? extends Event>> cause) {
        try {
            return store(id, stored, decision, cause);
        } finally {
            if (!decision.events().isEmpty()) {
                relay.offer(type.collection(), id);
            }
        }
    }

    /** @return false where another writer was faster */
    private boolean store(
            UUID id, Optional<Stored> stored, Decision<S> decision, Optional<Received<? extends Event>> cause) {
        long firstSequence = stored.map(Stored::sequence).orElse(0L) + 1;
        List<Document> outbox = new ArrayList<>();
        for (Event event : decision.events()) {
            Envelope envelope = envelopes.envelope(id, firstSequence + outbox.size(), event);
            outbox.add(EnvelopeDocuments.write(envelope));
        }
        long lastSequence = firstSequence - 1 + outbox.size();
        return stored.isEmpty()
                ? insert(id, decision.state(), lastSequence, outbox, cause)
                : update(id, stored.get(), decision.state(), lastSequence, outbox, cause);
    }

    private boolean insert(
            UUID id, S state, long lastSequence, List<Document> outbox, Optional<Received<? extends Event>> cause) {
        Document document = new Document("_id", id.toString())
                .append("version", 1L)
                .append("sequence", lastSequence)
                .append("state", StateDocuments.write(state))
                .append("applied", new Document())
                .append("outbox", outbox);
        cause.ifPresent(event -> document.get("applied", Document.class).put(event.source(), event.sequence()));
        if (!outbox.isEmpty()) {
            document.append("relayShard", OutboxDocuments.shardOf(id));
        }
        try {
            collection().insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY && load(id).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private boolean update(
            UUID id,
            Stored stored,
            S state,
            long lastSequence,
            List<Document> outbox,
            Optional<Received<? extends Event>> cause) {
        List<Bson> updates = new ArrayList<>(List.of(
                Updates.set("version", stored.version() + 1),
                Updates.set("sequence", lastSequence),
                Updates.set("state", StateDocuments.write(state))));
        cause.ifPresent(event -> updates.add(Updates.set("applied." + event.source(), event.sequence())));
        if (!outbox.isEmpty()) {
            updates.add(Updates.pushEach("outbox", outbox));
            updates.add(Updates.set("relayShard", OutboxDocuments.shardOf(id)));
        }
        return collection()
                        .updateOne(
                                and(eq("_id", id.toString()), eq("version", stored.version())),
                                Updates.combine(updates))
                        .getMatchedCount()
                == 1;
    }

    private Optional<Stored> load(UUID id) {
        return Optional.ofNullable(collection().find(eq("_id", id.toString())).first())
                .map(Stored::new);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(type.collection());
    }

    private record Outcome<S>(S state, Applied applied) {}

    private final class Stored {
        private final Document document;

        Stored(Document document) {
            this.document = document;
        }

        S state() {
            return StateDocuments.read(document.get("state", Document.class), stateType);
        }

        long version() {
            return document.get("version", Number.class).longValue();
        }

        long sequence() {
            return document.get("sequence", Number.class).longValue();
        }

        boolean hasApplied(Received<? extends Event> event) {
            Number last = document.get("applied", Document.class).get(event.source(), Number.class);
            return last != null && last.longValue() >= event.sequence();
        }
    }
}
