// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.openhotline.chassis.cloudevents.Envelope;
import org.openhotline.chassis.outbox.ShardLeases.Held;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Publishes what aggregates have decided, in order per aggregate, at least once (see the package page). */
final class OutboxRelay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration SWEEP_ALONE = Duration.ofMinutes(5);
    private static final int BATCH = 200;

    private final MongoTemplate mongo;
    private final AggregateStores stores;
    private final EventPublisher publisher;
    private final PublishedEvents published;
    private final ShardLeases leases;
    private final BrokerChange brokerChange;
    private final RelayQueue queue;
    private final boolean atWork;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicLong sent = new AtomicLong();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Thread thread = Thread.currentThread();
    private Held swept = Held.NOTHING;
    private long sweptAt = System.nanoTime();

    OutboxRelay(
            MongoTemplate mongo,
            AggregateStores stores,
            EventPublisher publisher,
            PublishedEvents published,
            ShardLeases leases,
            BrokerChange brokerChange,
            RelayQueue queue,
            boolean atWork) {
        this.mongo = mongo;
        this.stores = stores;
        this.publisher = publisher;
        this.published = published;
        this.leases = leases;
        this.brokerChange = brokerChange;
        this.queue = queue;
        this.atWork = atWork;
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

    /** Not in a rebuild: what it answers was told long ago. */
    @Override
    public boolean isAutoStartup() {
        return atWork;
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
                Held held = leases.held();
                if (sweepIsDue(held)) {
                    sweep(held);
                }
                followWrites(held);
                failures = 0;
            } catch (InterruptedException e) {
                running.set(false);
            } catch (RuntimeException e) {
                failures++;
                swept = Held.NOTHING;
                brokerChange.forget();
                LOG.warn("Publishing waits: {} ({} in a row)", e.getClass().getSimpleName(), failures);
                rest(ROUND.multipliedBy(Math.min(failures, 5)));
            }
        }
    }

    /**
     * An instance that is alone hears of each write from its queue, so it looks for leftovers only where there can be
     * some: at the start, after a failure, after taking over a shard. Where others live, they write into its shards, too.
     */
    private boolean sweepIsDue(Held held) {
        boolean surprises = queue.hasOverflowed() || !held.epochs().equals(swept.epochs()) || !held.alone();
        return surprises || System.nanoTime() - sweptAt > SWEEP_ALONE.toNanos();
    }

    /** Whatever is left in this instance's shards, from a crash, an outage or another instance. */
    private void sweep(Held held) {
        boolean more = true;
        while (more && running.get()) {
            more = false;
            for (String name : stores.collections()) {
                List<Waiting> waiting =
                        find(name, in("relayShard", held.epochs().keySet()), held);
                relay(waiting);
                more |= waiting.size() == BATCH;
            }
        }
        swept = held;
        sweptAt = System.nanoTime();
    }

    /** What this instance writes, for one round. */
    private void followWrites(Held held) throws InterruptedException {
        long end = System.nanoTime() + ROUND.toNanos();
        while (running.get() && System.nanoTime() < end) {
            Map<String, List<String>> written =
                    queue.next(Duration.ofNanos(Math.max(0, end - System.nanoTime()))).stream()
                            .filter(w -> held.epochs().containsKey(OutboxDocuments.shardOf(w.aggregateId())))
                            .collect(groupingBy(
                                    RelayQueue.Written::collection,
                                    mapping(w -> w.aggregateId().toString(), toList())));
            relay(written.entrySet().stream()
                    .flatMap(each -> find(each.getKey(), in("_id", each.getValue()), held).stream())
                    .toList());
        }
    }

    private List<Waiting> find(String collection, Bson filter, Held held) {
        return mongo.getCollection(collection)
                .find(and(filter, exists("relayShard")))
                .limit(BATCH)
                .map(aggregate -> Waiting.of(collection, aggregate, held))
                .into(new ArrayList<>());
    }

    /** Publishes, keeps and clears a batch; where some of it is not acknowledged, the rest is settled all the same. */
    private void relay(List<Waiting> waiting) {
        Published result = publish(waiting);
        List<Envelope> out =
                result.done().stream().flatMap(w -> w.outbox().stream()).toList();
        if (!out.isEmpty()) {
            published.keep(out);
            sent.addAndGet(out.size());
        }
        result.done().stream()
                .collect(groupingBy(Waiting::collection))
                .forEach((name, done) -> clear(mongo.getCollection(name), done));
        result.failure().ifPresent(failure -> {
            throw failure;
        });
    }

    private record Published(List<Waiting> done, Optional<RuntimeException> failure) {}

    /** All aggregates at once, so that the broker can flush many events together; each one's events in their order. */
    private Published publish(List<Waiting> waiting) {
        List<Waiting> done = new ArrayList<>();
        Optional<RuntimeException> failure = Optional.empty();
        Map<Waiting, Future<?>> under = new LinkedHashMap<>();
        waiting.forEach(w -> under.put(w, senders.submit(() -> w.outbox().forEach(publisher::publish))));
        for (Map.Entry<Waiting, Future<?>> each : under.entrySet()) {
            try {
                each.getValue().get();
                done.add(each.getKey());
            } catch (ExecutionException e) {
                failure = Optional.of(new IllegalStateException("not published", e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while publishing", e);
            }
        }
        return new Published(done, failure);
    }

    private static void clear(MongoCollection<Document> collection, List<Waiting> done) {
        int unchanged = collection
                .bulkWrite(done.stream().map(Waiting::cleared).toList())
                .getMatchedCount();
        if (unchanged < done.size()) {
            collection.bulkWrite(done.stream().flatMap(Waiting::pulled).toList());
        }
    }

    private void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            running.set(false);
        }
    }
}
