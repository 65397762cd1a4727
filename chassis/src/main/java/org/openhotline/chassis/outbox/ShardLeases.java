// SPDX-License-Identifier: Apache-2.0
package org.openhotline.chassis.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Which instance relays which shard. A lease has an epoch that grows with each new owner; what an owner writes carries
 * it, so that an owner that slept through its lease cannot undo the next one's work.
 */
final class ShardLeases {
    static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration RENEWAL = LEASE.dividedBy(4);

    private final MongoCollection<Document> leases;
    private final MongoCollection<Document> instances;
    private final InstantSource clock;
    private final String owner = UUID.randomUUID().toString();
    private Held held = Held.NOTHING;
    private Instant renewAt = Instant.MIN;

    ShardLeases(MongoTemplate mongo, InstantSource clock) {
        this.leases = mongo.getCollection("relay-leases");
        this.instances = mongo.getCollection("relay-instances");
        this.clock = clock;
    }

    /**
     * What this instance holds.
     *
     * @param epochs by shard
     * @param alone whether no other instance lives
     */
    record Held(Map<Integer, Long> epochs, boolean alone) {
        static final Held NOTHING = new Held(Map.of(), false);
    }

    /** This instance's fair share, renewed or taken where it is time to. */
    Held held() {
        Instant now = clock.instant();
        if (!now.isBefore(renewAt)) {
            held = renew(now);
            renewAt = now.plus(RENEWAL);
        }
        return held;
    }

    private Held renew(Instant now) {
        instances.updateOne(eq("_id", owner), Updates.set("until", until(now)), new UpdateOptions().upsert(true));
        instances.deleteMany(lt("until", Date.from(now)));
        int live = (int) Math.max(1, instances.countDocuments(gt("until", Date.from(now))));
        int share = Math.ceilDiv(OutboxDocuments.SHARDS, live);
        Map<Integer, Long> mine = extend(now);
        mine.keySet().stream().skip(share).toList().forEach(shard -> {
            release(shard);
            mine.remove(shard);
        });
        for (int shard = 0; shard < OutboxDocuments.SHARDS && mine.size() < share; shard++) {
            if (!mine.containsKey(shard)) {
                int free = shard;
                take(shard, now).ifPresent(epoch -> mine.put(free, epoch));
            }
        }
        return new Held(Map.copyOf(mine), live == 1);
    }

    /** Gives all of it back, so that another instance need not wait for the leases to run out. */
    void releaseAll() {
        renewAt = Instant.MIN;
        leases.updateMany(eq("owner", owner), Updates.set("until", Date.from(Instant.EPOCH)));
        instances.deleteOne(eq("_id", owner));
    }

    private Map<Integer, Long> extend(Instant now) {
        Bson live = and(eq("owner", owner), gt("until", Date.from(now)));
        Map<Integer, Long> mine = new TreeMap<>();
        if (leases.updateMany(live, Updates.set("until", until(now))).getMatchedCount() > 0) {
            leases.find(live)
                    .forEach(lease -> mine.put(
                            lease.getInteger("_id"),
                            lease.get("epoch", Number.class).longValue()));
        }
        return mine;
    }

    private Optional<Long> take(int shard, Instant now) {
        try {
            return epoch(leases.findOneAndUpdate(
                    and(eq("_id", shard), or(eq("owner", owner), lt("until", Date.from(now)))),
                    Updates.combine(
                            Updates.set("owner", owner), Updates.set("until", until(now)), Updates.inc("epoch", 1L)),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        } catch (MongoCommandException | MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty(); // somebody else's lease is live, so the upsert met its document
            }
            throw e;
        }
    }

    private void release(int shard) {
        leases.updateOne(and(eq("_id", shard), eq("owner", owner)), Updates.set("until", Date.from(Instant.EPOCH)));
    }

    private static Optional<Long> epoch(@Nullable Document lease) {
        return Optional.ofNullable(lease).map(l -> l.get("epoch", Number.class).longValue());
    }

    private static Date until(Instant now) {
        return Date.from(now.plus(LEASE));
    }
}
