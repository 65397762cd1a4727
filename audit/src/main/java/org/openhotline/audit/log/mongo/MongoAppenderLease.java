// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.log.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.openhotline.audit.log.AppenderLease;
import org.openhotline.audit.log.LeaseLost;
import org.openhotline.audit.merkle.Hash;
import org.openhotline.audit.note.Checkpoint;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * One document with the owner, the end of the lease and what was signed last. Each signature extends it; without any it is
 * extended when a third of it has gone.
 */
final class MongoAppenderLease implements AppenderLease {
    private static final Duration LASTS = Duration.ofSeconds(15);
    private static final String ID = "appender";

    private final MongoCollection<Document> leases;
    private final InstantSource clock;
    private final String owner = UUID.randomUUID().toString();
    private Instant extendFrom = Instant.EPOCH;

    MongoAppenderLease(MongoTemplate mongo, InstantSource clock) {
        this.leases = mongo.getCollection("appender-lease");
        this.clock = clock;
    }

    @Override
    public synchronized boolean hold() {
        Instant now = clock.instant();
        if (now.isBefore(extendFrom)) {
            return true;
        }
        boolean held = takeOrExtend(now);
        extendFrom = held ? now.plus(LASTS.dividedBy(3)) : Instant.EPOCH;
        return held;
    }

    /** At the end of this instance, so that another need not wait. */
    synchronized void release() {
        extendFrom = Instant.EPOCH;
        leases.updateOne(and(eq("_id", ID), eq("owner", owner)), Updates.set("until", Date.from(Instant.EPOCH)));
    }

    @Override
    public Optional<Checkpoint> lastSigned() {
        return Optional.ofNullable(leases.find(eq("_id", ID)).first())
                .filter(lease -> lease.containsKey("size"))
                .map(lease -> new Checkpoint(
                        lease.getString("origin"),
                        lease.get("size", Number.class).longValue(),
                        Hash.ofBase64(lease.getString("root"))));
    }

    @Override
    public synchronized void aboutToSign(Checkpoint checkpoint) {
        Instant now = clock.instant();
        UpdateResult told = leases.updateOne(
                and(eq("_id", ID), eq("owner", owner)),
                Updates.combine(
                        Updates.set("origin", checkpoint.origin()),
                        Updates.set("size", checkpoint.size()),
                        Updates.set("root", checkpoint.root().base64()),
                        Updates.set("until", Date.from(now.plus(LASTS)))));
        if (told.getMatchedCount() == 0) {
            extendFrom = Instant.EPOCH;
            throw new LeaseLost();
        }
        extendFrom = now.plus(LASTS.dividedBy(3));
    }

    private boolean takeOrExtend(Instant now) {
        try {
            leases.findOneAndUpdate(
                    and(eq("_id", ID), or(eq("owner", owner), lt("until", Date.from(now)))),
                    Updates.combine(Updates.set("owner", owner), Updates.set("until", Date.from(now.plus(LASTS)))),
                    new FindOneAndUpdateOptions().upsert(true));
            return true;
        } catch (MongoCommandException | MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false; // somebody else's lease is live, so the upsert met its document
            }
            throw e;
        }
    }
}
