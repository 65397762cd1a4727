// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openhotline.chassis.cloudevents.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Publishes what aggregates have decided, in order per aggregate, at least once (see the package page). */
final class OutboxRelay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final int BATCH = 200;

    private final MongoTemplate mongo;
    private final AggregateStores stores;
    private final EventPublisher publisher;
    private final PublishedEvents published;
    private final ShardLeases leases;
    private final BrokerChange brokerChange;
    private final RelayQueue queue;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicLong sent = new AtomicLong();
    private volatile Thread thread = Thread.currentThread();

    OutboxRelay(
            MongoTemplate mongo,
            AggregateStores stores,
            EventPublisher publisher,
            PublishedEvents published,
            ShardLeases leases,
            BrokerChange brokerChange,
            RelayQueue queue) {
        this.mongo = mongo;
        this.stores = stores;
        this.publisher = publisher;
        this.published = published;
        this.leases = leases;
        this.brokerChange = brokerChange;
        this.queue = queue;
    }

    /** Events acknowledged by the broker since the start. */
    long sent() {
        return sent.get();
    }

    /** Aggregates with events still to publish. */
    long pending() {
        return stores.collections().stream()
                .mapToLong(name -> mongo.getCollection(name).countDocuments(exists("relayShard")))
                .sum();
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    @Override
    public void stop() {
        if (running.compareAndSet(true, false)) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(5));
                leases.releaseAll();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn(
                        "Leases were not given back and will run out: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void run() {
        int failures = 0;
        while (running.get()) {
            try {
                brokerChange.republishIfChanged(published, publisher);
                sweep();
                followWrites();
                failures = 0;
            } catch (InterruptedException e) {
                running.set(false);
            } catch (RuntimeException e) {
                failures++;
                brokerChange.forget();
                LOG.warn("Publishing waits: {} ({} in a row)", e.getClass().getSimpleName(), failures);
                rest(SWEEP.multipliedBy(Math.min(failures, 5)));
            }
        }
    }

    /** Whatever is left in this instance's shards, from a crash, an outage or another instance. */
    private void sweep() {
        boolean more = true;
        while (more && running.get()) {
            Map<Integer, Long> held = leases.renew();
            more = false;
            for (String name : stores.collections()) {
                List<Document> waiting = find(name, in("relayShard", held.keySet()));
                relay(name, waiting, held);
                more |= waiting.size() == BATCH;
            }
        }
    }

    /** What this instance writes, until the next sweep is due. */
    private void followWrites() throws InterruptedException {
        Map<Integer, Long> held = leases.renew();
        long end = System.nanoTime() + SWEEP.toNanos();
        while (running.get() && System.nanoTime() < end) {
            Map<String, List<String>> written =
                    queue.next(Duration.ofNanos(Math.max(0, end - System.nanoTime()))).stream()
                            .filter(w -> held.containsKey(OutboxDocuments.shardOf(w.aggregateId())))
                            .collect(groupingBy(
                                    RelayQueue.Written::collection,
                                    mapping(w -> w.aggregateId().toString(), toList())));
            written.forEach((name, ids) -> relay(name, find(name, in("_id", ids)), held));
        }
    }

    private List<Document> find(String collection, Bson filter) {
        return mongo.getCollection(collection).find(filter).limit(BATCH).into(new ArrayList<>());
    }

    private void relay(String collection, List<Document> aggregates, Map<Integer, Long> held) {
        for (Document aggregate : aggregates) {
            List<Envelope> outbox = OutboxDocuments.outboxOf(aggregate);
            if (aggregate.containsKey("relayShard")) {
                outbox.forEach(publisher::publish);
                if (!outbox.isEmpty()) {
                    published.keep(outbox);
                }
                sent.addAndGet(outbox.size());
                clear(mongo.getCollection(collection), aggregate, outbox, held);
            }
        }
    }

    private static void clear(
            MongoCollection<Document> collection, Document aggregate, List<Envelope> outbox, Map<Integer, Long> held) {
        long epoch = held.getOrDefault(aggregate.getInteger("relayShard"), 0L);
        Object id = aggregate.get("_id");
        List<String> ids = outbox.stream().map(e -> e.id().toString()).toList();
        collection.updateOne(
                and(eq("_id", id), or(exists("relayEpoch", false), lte("relayEpoch", epoch))),
                Updates.combine(
                        Updates.pullByFilter(new Document("outbox", new Document("_id", new Document("$in", ids)))),
                        Updates.set("relayEpoch", epoch)));
        collection.updateOne(and(eq("_id", id), size("outbox", 0)), Updates.unset("relayShard"));
    }

    private void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            running.set(false);
        }
    }
}
