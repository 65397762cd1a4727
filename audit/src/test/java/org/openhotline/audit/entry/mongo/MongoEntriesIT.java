// SPDX-License-Identifier: Apache-2.0
package org.openhotline.audit.entry.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.openhotline.audit.entry.Entries;
import org.openhotline.audit.entry.EntriesContract;
import org.openhotline.audit.entry.EventFixture;
import org.openhotline.chassis.test.TestStack;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoEntriesIT implements EntriesContract {
    private static final MongoClient CLIENT =
            MongoClients.create(TestStack.get().mongo());

    /** Each test its own database. */
    private final MongoTemplate mongo = new MongoTemplate(CLIENT, "entries-" + UUID.randomUUID());

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Override
    public Entries entries() {
        return new MongoEntries(mongo, InstantSource.fixed(EventFixture.AT));
    }
}
