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
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Which instance relays which shard. A lease has an epoch that grows with each new owner; what an owner writes carries
 * it, so that an owner that slept through its lease cannot undo the next one's work.
 */
final class ShardLeases {
    static final Duration LEASE = Duration.ofSeconds(10);

    private final MongoCollection<Document> leases;
    private final MongoCollection<Document> instances;
    private final InstantSource clock;
    private final String owner = UUID.randomUUID().toString();

    ShardLeases(MongoTemplate mongo, InstantSource clock) {
        this.leases = mongo.getCollection("relay-leases");
        this.instances = mongo.getCollection("relay-instances");
        this.clock = clock;
    }

    /** Renews or takes this instance's fair share. @return epoch by shard, for the shards it holds now */
    Map<Integer, Long> renew() {
        Instant now = clock.instant();
        instances.updateOne(eq("_id", owner), Updates.set("until", until(now)), new UpdateOptions().upsert(true));
        instances.deleteMany(lt("until", Date.from(now)));
        int live = (int) Math.max(1, instances.countDocuments(gt("until", Date.from(now))));
        int share = Math.ceilDiv(OutboxDocuments.SHARDS, live);
        Map<Integer, Long> held = new TreeMap<>();
        for (int shard = 0; shard < OutboxDocuments.SHARDS; shard++) {
            Optional<Long> mine = extend(shard, now);
            if (mine.isPresent() && held.size() >= share) {
                release(shard);
            } else if (mine.isPresent()) {
                held.put(shard, mine.get());
            }
        }
        for (int shard = 0; shard < OutboxDocuments.SHARDS && held.size() < share; shard++) {
            if (!held.containsKey(shard)) {
                int free = shard;
                take(shard, now).ifPresent(epoch -> held.put(free, epoch));
            }
        }
        return held;
    }

    /** Gives all of it back, so that another instance need not wait for the leases to run out. */
    void releaseAll() {
        leases.updateMany(eq("owner", owner), Updates.set("until", Date.from(Instant.EPOCH)));
        instances.deleteOne(eq("_id", owner));
    }

    private Optional<Long> extend(int shard, Instant now) {
        return epoch(leases.findOneAndUpdate(
                and(eq("_id", shard), eq("owner", owner), gt("until", Date.from(now))),
                Updates.set("until", until(now)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
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
