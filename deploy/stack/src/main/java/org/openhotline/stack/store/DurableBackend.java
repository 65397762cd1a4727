// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * mongo-java-server's H2 backend with one promise added: no reply leaves before everything it tells of is on disk, whole.
 *
 * <p>As shipped, H2 commits when it pleases: kill -9 loses thousands of acknowledged writes, a commit in the middle of a
 * command keeps a document without its index entry, and a reader acts on what the next crash takes back. Here commands
 * share a lock and a commit takes it alone, so a commit holds whole commands only, and one commit serves every command
 * that waits for it.
 *
 * <p>Nor does a reader see half of a write: each reads a copy of a document as it was stored.
 */
final class DurableBackend extends H2Backend {
    /** Share of live pages below which chunks are rewritten, in percent, and how much to rewrite at a time, in bytes. */
    private static final int FILL_RATE = 90;

    private static final int REWRITE = 4 * 1024 * 1024;

    /** One command at a time for each database; its collections are no more parallel than that anyway. */
    private final ConcurrentMap<String, Object> databases = new ConcurrentHashMap<>();

    private final ReentrantReadWriteLock.ReadLock command;
    private final ReentrantReadWriteLock.WriteLock commit;

    DurableBackend(MVStore store) {
        super(store);
        // fair, or a steady stream of commands keeps the commit that they wait for away
        var lock = new ReentrantReadWriteLock(true);
        this.command = lock.readLock();
        this.commit = lock.writeLock();
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            command.lock();
            try {
                synchronized (databases.computeIfAbsent(message.getDatabaseName(), name -> new Object())) {
                    return super.handleMessage(message);
                }
            } finally {
                command.unlock();
            }
        } finally {
            makeDurable();
        }
    }

    /** Drivers and health checks say "hello", which mongo-java-server knows only by its old name. */
    @Override
    public Document handleCommand(Channel channel, String database, String name, Document query) {
        if (!name.equalsIgnoreCase("hello")) {
            return super.handleCommand(channel, database, name, query);
        }
        var reply = super.handleCommand(channel, database, "isMaster", query);
        reply.put("isWritablePrimary", true);
        return reply;
    }

    /** Gives disk space of overwritten documents back, a little at a time. */
    void tidy() {
        commit.lock();
        try {
            if (!getMvStore().isClosed()) {
                getMvStore().compact(FILL_RATE, REWRITE);
            }
        } finally {
            commit.unlock();
        }
    }

    private void makeDurable() {
        var store = getMvStore();
        if (!store.hasUnsavedChanges()) {
            return;
        }
        commit.lock();
        try {
            if (store.hasUnsavedChanges()) {
                store.commit();
            }
        } finally {
            commit.unlock();
        }
    }

    @Override
    public void close() {
        commit.lock();
        try {
            super.close();
        } finally {
            commit.unlock();
        }
    }
}
