// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.openhotline.contracts.aggregate.Restoring;
import org.openhotline.contracts.event.AggregateType;
import org.openhotline.contracts.event.Event;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Aggregates as documents, each change one atomic write (see the package page). */
public final class MongoAggregates<S> implements Aggregates<S> {
    /** More rivals than this for one document is not contention but a fault. */
    private static final int TRIES = 100;

    private final AggregateType type;
    private final Class<S> stateType;
    private final MongoTemplate mongo;
    private final Restoring<S> restoring;
    private final EnvelopeFactory envelopes;
    private final RelayQueue relay;

    MongoAggregates(
            AggregateType type,
            Class<S> stateType,
            Restoring<S> restoring,
            MongoTemplate mongo,
            EnvelopeFactory envelopes,
            RelayQueue relay) {
        this.type = type;
        this.stateType = stateType;
        this.restoring = restoring;
        this.mongo = mongo;
        this.envelopes = envelopes;
        this.relay = relay;
    }

    @Override
    public Optional<S> find(UUID id) {
        return load(id).flatMap(Stored::state);
    }

    /** The states whose documents match, for example {@code query(where("state.status").is("QUEUED"))}. */
    public List<S> find(Query query) {
        return mongo.find(query, Document.class, type.collection()).stream()
                .flatMap(document -> new Stored(document).state().stream())
                .toList();
    }

    public long count(Query query) {
        return mongo.count(query, type.collection());
    }

    /**
     * Sets one field of the state of all that match, by the side of whoever changes them: the document's version stays, so
     * a change at the same moment may overwrite it. For what can be found out again.
     */
    public void mark(Query matching, String field, Object value) {
        mongo.updateMulti(matching, Update.update(field, value), type.collection());
    }

    @Override
    public S change(UUID id, Function<Optional<S>, Decision<S>> command) {
        return write(id, Optional.empty(), command).state().orElseThrow();
    }

    @Override
    public S begin(UUID id, Function<Optional<S>, Decision<S>> command) {
        Decision<S> decision = command.apply(Optional.empty());
        return storeAndTellRelay(id, Optional.empty(), decision, Optional.empty())
                ? decision.state()
                : change(id, command);
    }

    /** One bulk write; where any was there already, a look and another one. */
    @Override
    public void beginAll(Map<UUID, Function<Optional<S>, Decision<S>>> commands) {
        if (!changeTogether(commands, Map.of())) {
            changeAll(commands);
        }
    }

    /** One look and one bulk write. Where any met a rival there, each is changed alone, which takes no harm from a repetition. */
    @Override
    public void changeAll(Map<UUID, Function<Optional<S>, Decision<S>>> commands) {
        if (!changeTogether(commands, load(commands.keySet()))) {
            commands.forEach(this::change);
        }
    }

    /** @return false where any met a rival; some may be changed all the same */
    private boolean changeTogether(Map<UUID, Function<Optional<S>, Decision<S>>> commands, Map<UUID, Stored> stored) {
        Map<UUID, WriteModel<Document>> writes = new HashMap<>();
        List<UUID> toRelay = new ArrayList<>();
        commands.forEach((id, command) -> {
            Optional<Stored> before = Optional.ofNullable(stored.get(id));
            Decision<S> decision = command.apply(before.flatMap(Stored::state));
            if (!changesNothing(before.flatMap(Stored::state), decision)) {
                writes.put(id, writeOf(id, before, decision, Optional.empty()));
            }
            if (!decision.events().isEmpty()) {
                toRelay.add(id);
            }
        });
        return storeAndTellRelay(writes, toRelay);
    }

    /** @return false where any met a rival */
    private boolean storeAndTellRelay(Map<UUID, WriteModel<Document>> writes, List<UUID> toRelay) {
        try {
            return writes.isEmpty() || storeAll(List.copyOf(writes.values()));
        } finally {
            toRelay.forEach(id -> relay.offer(type.collection(), id));
        }
    }

    private boolean storeAll(List<WriteModel<Document>> writes) {
        try {
            BulkWriteResult result = collection().bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return result.getInsertedCount() + result.getMatchedCount() == writes.size();
        } catch (MongoBulkWriteException e) {
            if (DuplicateKeys.areAllThatFailed(e)) {
                return false;
            }
            throw e;
        }
    }

    private boolean changesNothing(Optional<S> before, Decision<S> decision) {
        return before.filter(decision.state()::equals).isPresent()
                && decision.events().isEmpty();
    }

    @Override
    public Applied apply(UUID id, Received<? extends Event> event, Function<Optional<S>, Decision<S>> effect) {
        return write(id, Optional.of(event), effect).applied();
    }

    /**
     * Takes over an old event of this aggregate, which everybody has heard and nobody is told again. What waits in the
     * outbox are answers to causes that were replayed before, and this event is what was really said then.
     *
     * @param event empty where it is erased: its place is taken, its words are lost
     * @return false where this was known
     * @throws Restoring.NotOpened where it must come again later
     */
    boolean restore(Envelope old, Optional<Event> event) {
        Optional<Stored> stored = load(old.aggregateId());
        if (old.sequence() <= stored.map(Stored::told).orElse(0L)) {
            return false;
        }
        Document document = stored.map(s -> s.document)
                .orElseGet(() -> new Document("_id", old.aggregateId().toString())
                        .append("version", 0L)
                        .append("applied", new Document()));
        List<Document> outbox = stored.map(Stored::outbox).orElse(List.of());
        if (!outbox.isEmpty()
                && outbox.getFirst().getString("_id").equals(old.id().toString())) {
            outbox = outbox.subList(1, outbox.size()); // the store is a backup from just before this was published
        } else {
            outbox = List.of();
            Optional<S> before = stored.flatMap(Stored::state);
            event.flatMap(e -> restoring.after(before, e))
                    .ifPresent(state -> document.put("state", StateDocuments.write(state)));
            document.put("sequence", old.sequence());
        }
        replace(document, outbox);
        return true;
    }

    /** A rebuild is alone with its store. */
    private void replace(Document document, List<Document> outbox) {
        document.put("version", document.get("version", Number.class).longValue() + 1);
        document.put("outbox", outbox);
        if (outbox.isEmpty()) {
            document.remove("relayShard");
        }
        collection().replaceOne(eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
    }

    private Outcome<S> write(
            UUID id, Optional<Received<? extends Event>> cause, Function<Optional<S>, Decision<S>> command) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Stored> stored = load(id);
            if (stored.isPresent() && cause.filter(stored.get()::hasApplied).isPresent()) {
                return new Outcome<>(stored.get().state(), Applied.DUPLICATE);
            }
            Optional<S> before = stored.flatMap(Stored::state);
            Decision<S> decision = command.apply(before);
            if (changesNothing(before, decision) && cause.isEmpty()) {
                return new Outcome<>(Optional.of(decision.state()), Applied.APPLIED);
            }
            if (storeAndTellRelay(id, stored, decision, cause)) {
                return new Outcome<>(Optional.of(decision.state()), Applied.APPLIED);
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
        return switch (writeOf(id, stored, decision, cause)) {
            case InsertOneModel<Document> insert -> insert(id, insert.getDocument());
            case UpdateOneModel<Document> update ->
                collection()
                                .updateOne(update.getFilter(), Objects.requireNonNull(update.getUpdate()))
                                .getMatchedCount()
                        == 1;
            case WriteModel<Document> other -> throw new IllegalStateException("no such write: " + other);
        };
    }

    private WriteModel<Document> writeOf(
            UUID id, Optional<Stored> stored, Decision<S> decision, Optional<Received<? extends Event>> cause) {
        long firstSequence = stored.map(Stored::sequence).orElse(0L) + 1;
        List<Document> outbox = new ArrayList<>();
        for (Event event : decision.events()) {
            Envelope envelope = envelopes.envelope(id, firstSequence + outbox.size(), event);
            outbox.add(EnvelopeDocuments.write(envelope));
        }
        long lastSequence = firstSequence - 1 + outbox.size();
        return stored.isEmpty()
                ? new InsertOneModel<>(first(id, decision.state(), lastSequence, outbox, cause))
                : next(id, stored.get(), decision.state(), lastSequence, outbox, cause);
    }

    private boolean insert(UUID id, Document document) {
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

    private Document first(
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
        return document;
    }

    private UpdateOneModel<Document> next(
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
        return new UpdateOneModel<>(
                and(eq("_id", id.toString()), eq("version", stored.version())), Updates.combine(updates));
    }

    private Map<UUID, Stored> load(Set<UUID> ids) {
        Map<UUID, Stored> all = new HashMap<>();
        collection()
                .find(in("_id", ids.stream().map(UUID::toString).toList()))
                .forEach(document -> all.put(UUID.fromString(document.getString("_id")), new Stored(document)));
        return all;
    }

    private Optional<Stored> load(UUID id) {
        return Optional.ofNullable(collection().find(eq("_id", id.toString())).first())
                .map(Stored::new);
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(type.collection());
    }

    private record Outcome<S>(Optional<S> state, Applied applied) {}

    private final class Stored {
        private final Document document;

        Stored(Document document) {
            this.document = document;
        }

        /** Empty where only its place in the sequence could be restored. */
        Optional<S> state() {
            return Optional.ofNullable(document.get("state", Document.class))
                    .map(state -> StateDocuments.read(state, stateType));
        }

        long version() {
            return document.get("version", Number.class).longValue();
        }

        long sequence() {
            return document.get("sequence", Number.class).longValue();
        }

        /** The last sequence that everybody has heard. */
        long told() {
            return sequence() - outbox().size();
        }

        List<Document> outbox() {
            return document.getList("outbox", Document.class, List.of());
        }

        boolean hasApplied(Received<? extends Event> event) {
            Number last = document.get("applied", Document.class).get(event.source(), Number.class);
            return last != null && last.longValue() >= event.sequence();
        }
    }
}
