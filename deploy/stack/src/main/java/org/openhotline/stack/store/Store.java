// SPDX-License-Identifier: Apache-2.0
package org.openhotline.stack.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/**
 * A document store that speaks MongoDB's protocol, on the loopback address only. For trials, development and tests:
 * no acknowledged write is lost when its process is killed, but it knows no transactions, no expiry and no partial
 * indexes, and it has no log-in. Production is a MongoDB replica set.
 */
public final class Store implements AutoCloseable {
    private static final int TIDY_SECONDS = 5;
    /** As many commands can wait for one commit. */
    private static final int CONNECTIONS_AT_ONCE = 16;

    private final MongoServer server;
    private final ScheduledExecutorService tidying;

    private Store(MongoServer server, ScheduledExecutorService tidying) {
        this.server = server;
        this.tidying = tidying;
    }

    /** Starts a store on what lies in {@code dir} (made when absent). A port of 0 takes any free one. */
    public static Store start(Path dir, int port) {
        return serve(StoreFile.open(dir), port);
    }

    /** Starts an empty store that keeps nothing. A port of 0 takes any free one. */
    public static Store inMemory(int port) {
        return serve(StoreFile.inMemory(), port);
    }

    private static Store serve(MVStore file, int port) {
        var backend = new DurableBackend(file);
        backend.version(ServerVersion.MONGO_5_0);
        var server = new MongoServer(backend);
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port), 1, CONNECTIONS_AT_ONCE);
        } catch (Exception e) {
            // Netty throws BindException without declaring it
            server.shutdownNow();
            throw new IllegalStateException("the store cannot listen on 127.0.0.1:" + port, e);
        }
        var tidying = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("store-tidy").factory());
        tidying.scheduleWithFixedDelay(backend::tidy, TIDY_SECONDS, TIDY_SECONDS, TimeUnit.SECONDS);
        return new Store(server, tidying);
    }

    public int port() {
        return server.getLocalAddress().getPort();
    }

    /** The connection string of one database. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port() + "/" + database;
    }

    @Override
    public void close() {
        tidying.shutdownNow();
        server.shutdownNow();
    }

    /** Runs the store as a process of its own: {@code DIR PORT}. Stops on SIGTERM. */
    public static void main(String... args) throws InterruptedException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: Store DIR PORT");
        }
        var store = start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-stop"));
        System.out.println("store is up on 127.0.0.1:" + store.port());
        Thread.currentThread().join();
    }
}
